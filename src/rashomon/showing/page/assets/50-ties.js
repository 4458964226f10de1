/** Shows the ties that one teller claims, or all. */
const tiesToldBy = (key) => {
  const section = document.getElementById("ties");
  const away = (element) => key !== "" && !element.dataset.tellers.split(" ").includes(key);
  for (const element of all("[data-tellers]", section)) element.classList.toggle("away", away(element));
  for (const side of all(".tie-side", section)) side.classList.toggle("away", !side.querySelector(".tie-teller:not(.away)"));
  for (const tie of all(".tie", section)) tie.classList.toggle("away", !tie.querySelector(".tie-side:not(.away)"));
  const drawn = all(".ring-tie:not(.away)", section).filter((tie) => tie.dataset.tellers).length;
  tell(`${drawn} ${drawn === 1 ? "tie" : "ties"} drawn`);
};

for (const choice of all("#ties-by")) {
  choice.addEventListener("change", () => tiesToldBy(choice.value));
}

/**
 * Links to sections and accounts land there. What lies between gets its true height only when it comes into view, which
 * moves the target; so the scrolling is repeated until the target stays where it is.
 */
{
  const FRAMES = 60;
  const STILL = 4;

  const land = (target) => {
    let still = 0;
    let frames = 0;
    const go = () => {
      const before = scrollY;
      target.scrollIntoView({ behavior: "instant" });
      still = Math.abs(scrollY - before) < 1 ? still + 1 : 0;
      frames += 1;
      if (still < STILL && frames < FRAMES) requestAnimationFrame(go);
    };
    requestAnimationFrame(go);
  };

  const landing = (hash) => {
    const target = hash.length > 1 && document.getElementById(hash.slice(1));
    if (target && target.matches(".part, .account")) land(target);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".contents a, .mast-accounts a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) landing(link.hash);
  });
  landing(location.hash);
}

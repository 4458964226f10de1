"""Claims of the report by their ids in the case, and which of them it draws on."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.showing.page.accounts import Accounts, Told


class Claims:
    """Looks claims up by id (`DOC:c3`) and keeps note of those that were asked for: the page must show their words."""

    def __init__(self, accounts: Accounts) -> None:
        self._by_id = {
            f"{accounts.readings[told.document].document.id}:{told.claim.id}": told for told in accounts.told
        }
        self.used: set[str] = set()

    def get(self, id: str) -> Told | None:
        """The claim; None if the report's readings do not have it."""
        told = self._by_id.get(id)
        if told is not None:
            self.used.add(told.anchor)
        return told

    def all(self, ids: Iterable[str]) -> list[Told]:
        """Those of these claims that there are."""
        return [told for id in ids if (told := self.get(id)) is not None]

"""Files that hold others: ZIP (and WACZ, which is one), gzip, WARC. What comes out of them is counted as it comes."""

from rashomon.intake.archives.base import Entry
from rashomon.intake.archives.gzipped import open_gzip
from rashomon.intake.archives.warc import open_warc
from rashomon.intake.archives.zipped import open_zip

__all__ = ["Entry", "open_gzip", "open_warc", "open_zip"]

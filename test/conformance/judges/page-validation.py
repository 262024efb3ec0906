"""Prints what page-validation finds in PDF files: FILE TAB message, or FILE TAB ok. One process for all files."""

import sys

import page


def profiles(file: str) -> tuple[str, str]:
    """Metadata stand in the file as they are, and say which part of PDF/A it follows."""
    with open(file, "rb") as opened:
        return ("ua1", "3a" if b"<pdfaid:part>3<" in opened.read() else "2a")


def faults(file: str) -> list[str]:
    found = []
    for profile in profiles(file):
        try:
            report = page.validate_pdf(file, profile=profile)
        except Exception as error:
            found.append(f"{profile}: cannot be read: {error}")
            continue
        found += [f"{profile}: {failure.rule_id} {failure.message}" for failure in report.failures]
        if not report.is_compliant and not report.failures:
            found.append(f"{profile}: not compliant")
    return found


for file in sys.argv[1:]:
    for line in faults(file) or ["ok"]:
        print(file, " ".join(line.split()), sep="\t")

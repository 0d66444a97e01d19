"""The command line: one command a stage. Each loads, calls one function, and says what came of it.

Exit codes: 0 done; 1 problems in the input, listed; 2 wrong use or a broken environment. Reports for
machines (`--json`) go to standard output; words for people go to standard error.
"""

from __future__ import annotations

import click

from teiedition.cli.annotate import annotate
from teiedition.cli.build import build
from teiedition.cli.collate import collate
from teiedition.cli.doctor import doctor
from teiedition.cli.encode import encode
from teiedition.cli.new import new
from teiedition.cli.package import package
from teiedition.cli.review import review
from teiedition.cli.schema import schema
from teiedition.cli.serve import serve
from teiedition.cli.validate import validate


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="teiedition", prog_name="teiedition")
def main() -> None:
    """From source texts to a published TEI edition.

    \b
    A first tour:
      teiedition encode letters/*.txt --out tei      texts → TEI, one file a document
      teiedition build --tei tei --out build         TEI → site, PDF, EPUB, data
      teiedition validate tei                        what is wrong, where, and what to do
    """


for _command in (encode, annotate, review, validate, collate, schema, build, serve, package, new, doctor):
    main.add_command(_command)

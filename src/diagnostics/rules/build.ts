/** Rules of planning, settings, files and themes, each with why it is there and what to do. */
export const buildRules: Readonly<Record<string, string>> = {
  "attachment-exists":
    "A PDF file can hold the MathML of its formulas, the Markdown that it was made of, and the data of its tables: --attach formulas,source,data, or attach: [formulas] in dossier.yaml.",
  "attachment-is-for-its-readers":
    "The source and its data are attached as they are written, with what the document leaves out for its audience. Attach the formulas alone, or make the document for everybody.",
  "data-column-exists":
    'A table with `columns="Name, Total"` shows these columns of its file, by the words of the first row. Correct the name; the hint says which there are.',
  "data-exists":
    "A table with `src=` takes its rows from a file of the project; the path counts from the source. The document is not made, since its rows would be missing.",
  "data-is-a-table":
    "A table takes its rows from a file of comma-separated values (.csv), or parted by semicolons, tabs or bars: one row a line, cells with commas or line ends between quotation marks. The records of a batch may also be a list of maps in YAML or JSON. The message says where it is not.",
  "data-is-local":
    "Data are read from the project folder alone: never from the network, whose answer could change, and never from outside the folder.",
  "data-is-small-enough":
    "A table of more than a million cells, 200 columns or 20 MB is refused, since it would fill thousands of pages; the records of a batch may have five million. Take a part of it into a file of its own, or show the first rows with `limit=50`.",
  "data-is-utf-8":
    "A file that is not UTF-8 is read as old spreadsheets write it, and letters with accents may be wrong. Save it again with the encoding UTF-8.",
  "font-exists":
    "A font that the brand names must be a file of the project or of the program. Without it the text could not be set as the brand says. Put the file where brand.yaml says it is, or name another one.",
  "font-is-usable":
    "Fonts are embedded in the PDF, so the file must be a sound TrueType font (.ttf). Web fonts and fonts with PostScript outlines are refused. Ask the maker of the font for a TrueType file whose licence allows embedding.",
  "format-exists":
    "The formats are pdf and docx. Give one of them, or both with a comma: --format pdf,docx.",
  "image-exists":
    "An image that a source shows must be a file of the project; the path counts from the folder of the source. In a draft its alternative text is printed in its place; a final document is not made without it.",
  "image-is-local":
    "Images are read from the project folder alone: never from the network, whose answer could change, and never from outside the folder. Save the picture in the project and give its path.",
  "formula-is-sound":
    "What stands between dollar signs is read as TeX. A formula that cannot be set is printed as it is written. Commands of plain TeX and AMS-LaTeX are known, and those of mhchem, braket and cancel; commands that reach outside of the formula are not. Between prices, write the sign as \\$.",
  "image-can-be-drawn":
    "An SVG picture is drawn from its own file alone, without scripts, parts from elsewhere or text of web pages, and within bounds of size. Save it as plain SVG (in Inkscape: Plain SVG; in Illustrator: SVG 1.1 without editing capabilities), or as PNG.",
  "image-is-png-or-jpeg":
    "Pictures are PNG, JPEG or SVG. Convert others, and save a damaged file again.",
  "image-is-small-enough":
    "A picture of more than 40 million pixels or 50 MB is refused before it is decoded, since it could use up the memory of the machine. For print, 300 pixels an inch of the printed size are enough.",
  "kind-exists":
    "A kind is the name of a template folder: fact-sheet, briefing-note, slides, report, or one of your own under templates/. Run dossier build --help for examples.",
  "output-is-for-one-target":
    "The option -o names one file, so it needs one source, one --kind and one --format. Use --out-dir for several.",
  "output-is-no-input":
    "A document is never written over a source, a Word template of the office, settings, tables, pictures or fonts: the file would be lost. Name it by its format, .pdf or .docx.",
  "output-is-writable":
    "The file could not be written; the old one, if there was one, is as it was. The message says why: a folder without permission, a full disk, a name that is taken by a folder.",
  "output-names-its-format":
    "A file whose name ends in .docx and holds a PDF is opened by the wrong program, which calls it damaged. Without a format, the name of the file says which is meant.",
  "outputs-differ":
    "Two targets of one run would write the same file, and one would be lost. Give one of them another output, or build them one after another into different folders.",
  "profile-exists":
    "A profile is a variant of the look that theme.yaml of the template lists under profiles, for example print. The profile accessible is there always.",
  "settings-are-known":
    "Settings files hold known fields with values of the right kind, so that a slip of the pen does not go unnoticed. The message names the field; similar names are suggested.",
  "source-exists":
    "The source must be a file that can be read. Without a name, data/*.md are taken, or what dossier.yaml lists.",
};

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the example's applicants and documents beside this file. Deterministic: the same bytes on every run.

Everybody in it is invented; every address ends in example.org.
"""
import csv, io, pathlib, random, zipfile

here = pathlib.Path(__file__).parent
draw = random.Random(20261102)

given = ("Ada Bela Carla Daan Edda Faisal Greta Hiro Ines Jovan Kaya Leon Mira Noor Oskar Petra Quentin Rosa Sami Tara "
         "Ulla Viktor Wanda Xenia Yusuf Zoe Anouk Bruno Chiara Dmitri Elif Finn Gwen Hanna Ivo Jun Kofi Lena Malik Nadia "
         "Orla Pavel Rania Stefan Tomas Uma").split()
family = ("Example Sample Muster Beispiel Placeholder Exemplar Specimen Ejemplo Exemple Voorbeeld Przyklad Esempio "
          "Instance Modello Demo Proef").split()
places = ["Example City", "Sampleton", "Musterstadt", "Villa Ejemplo", "Exempleville", "Voorbeeld aan Zee"]
sources = ["Website", "Mailing list", "Referral", "Conference", "Job board"]

necessary = ["Experience developing and maintaining software in Python", "Experience with automated tests and continuous integration",
             "Experience collaborating through distributed version control, such as Git", "Ability to explain technical decisions clearly in writing",
             "Experience working with people who are not software engineers"]
useful = ["Experience with numerical or scientific computing", "Experience packaging and releasing open source software",
          "Familiarity with image data or signal processing", "Experience running services on shared computing clusters",
          "Contributions to communities that others depend on"]


def person(index):
    first, last = given[index % len(given)], family[(index * 7) % len(family)]
    return {"Name": f"{first} {last}", "Email": f"{first}.{last}@example.org".lower(), "Location": places[index % len(places)],
            "Source": sources[(index * 3) % len(sources)], "Applied on": f"2026-11-{1 + index % 20:02d}"}


def levels(strength):
    """Five necessary and five useful levels; a stronger applicant meets more. Some are left open, as on any real panel."""
    out = []
    for place in range(10):
        level = min(3, max(0, round(draw.gauss(strength - (0.3 if place >= 5 else 0), 0.6))))
        out.append("" if draw.random() < 0.03 else str(level))
    return out


def write_csv(name, header, rows):
    with open(here / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


people = [person(i) for i in range(38)]
strengths = [1.0 + 1.6 * draw.random() for _ in people]
fields = ["Name", "Email", "Location", "Source", "Applied on"]
write_csv("applicants.csv", fields + necessary + useful,
          [[p[f] for f in fields] + (levels(s) if i < 34 else [""] * 10) for i, (p, s) in enumerate(zip(people, strengths))])
short = [f"n{i}" for i in range(1, 6)] + [f"u{i}" for i in range(1, 6)]
strongest = sorted(range(34), key=lambda i: -strengths[i])[:14]
write_csv("second-reviewer.csv", ["Email"] + short, [[people[i]["Email"]] + levels(strengths[i]) for i in sorted(strongest)])
write_csv("own-reviews.csv", ["Email"] + short, [[people[i]["Email"]] + levels(strengths[i]) for i in strongest[:5]])
write_csv("night-applicants.csv", fields, [[p[f] for f in fields] for p in (person(i) for i in range(38, 46))])


def letter(p, role):
    return (f"Dear panel,\n\nI apply as {role} at Example Observatory. For four years I have maintained Python software that\n"
            f"people who are not software engineers run every day: a pipeline that cleans the pictures of an invented camera.\n"
            f"Every change to it is reviewed and tested in continuous integration before it is merged.\n\n"
            f"What I learned is to write decisions down. Our design notes are read by the astronomers, too, because they say\n"
            f"what was given up for what.\n\nWith kind regards\n{p['Name']}\n{p['Email']}\n")


def vita(p):
    return [p["Name"], f"{p['Email']}, {p['Location']}", "", "Work",
            "2022 to 2026: Software engineer, Sample Institute. Maintained a Python library for image data",
            "with two releases a year; moved its tests to continuous integration.",
            "2019 to 2022: Data steward, Muster Archive. Taught forty researchers to use Git.", "",
            "Education", "2019: Diploma in applied mathematics, University of Example", "",
            "Community", "Maintainer of an invented package that three other projects depend on."]


def pdf(lines):
    """One A4 page of text in a standard font: the smallest PDF a reader takes."""
    text = "BT /F1 11 Tf 16 TL 72 770 Td " + " ".join(
        "({}) Tj T*".format(line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")) for line in lines) + " ET"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
               f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{o:010d} 00000 n \n" for o in offsets)
    return (out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode("latin-1")


def docx(lines):
    body = "".join(f"<w:p><w:r><w:t xml:space=\"preserve\">{line}</w:t></w:r></w:p>" for line in lines)
    parts = {"[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
             '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
             "_rels/.rels": '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
             "word/document.xml": '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
             f"<w:body>{body}</w:body></w:document>"}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 2, 9, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


# A document is its applicant's by the beginning of its name: the e-mail address without "@example.org".
documents = here / "documents"
documents.mkdir(exist_ok=True)
for rank, index in enumerate(strongest[:6]):
    p = people[index]
    key = p["Email"].split("@")[0]
    (documents / f"{key} - letter.txt").write_text(letter(p, "Research Software Engineer"), encoding="utf-8")
    if rank < 3:
        (documents / f"{key} - CV.pdf").write_bytes(pdf(vita(p)))
    elif rank == 3:
        (documents / f"{key} - CV.docx").write_bytes(docx(vita(p)))
    else:
        (documents / f"{key} - CV.md").write_text("# " + "\n\n".join(line for line in vita(p) if line) + "\n", encoding="utf-8")

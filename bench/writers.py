"""Times how long XlsxWriter or openpyxl takes to write the cells and charts of a dumped workbook.

Usage: writers.py xlsxwriter|openpyxl DUMP WORKBOOKS. Prints one line as Ballast's WriterBenchmark
does. Only the writing is timed; openpyxl stores formulas without their values.
"""

import io
import json
import resource
import sys
import time

name, dump, workbooks = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(dump, encoding="utf-8") as file:
    book = json.load(file)

CHARTS = {
    "BAR": "bar",
    "COLUMN": "column",
    "STACKED_COLUMN": "column",
    "LINE": "line",
    "DATE_LINE": "line",
    "DATE_AREA": "area",
    "SCATTER": "scatter",
}
BOLD = {"TITLE", "SECTION", "HEADER", "KEY_FIGURE", "STATUS"}


def with_xlsxwriter(out):
    import xlsxwriter

    workbook = xlsxwriter.Workbook(out, {"in_memory": True})
    formats = {}
    sheets = [(sheet, workbook.add_worksheet(sheet["name"])) for sheet in book["sheets"]]
    for sheet, target in sheets:
        for column, width in enumerate(sheet["widths"]):
            target.set_column(column, column, width)
        target.freeze_panes(sheet["frozenRows"], sheet["frozenColumns"])
        for cell in sheet["cells"]:
            row, column, role, code, value = cell[:5]
            style = formats.get((role, code))
            if style is None:
                style = formats[role, code] = workbook.add_format(
                    {"num_format": code, "bold": role in BOLD}
                )
            if len(cell) > 5:
                formula, last_row, last_column, add_in = cell[5:]
                if add_in:
                    target.write_dynamic_array_formula(
                        row, column, last_row, last_column, formula, style, value
                    )
                elif last_row >= 0:
                    target.write_array_formula(
                        row, column, last_row, last_column, formula, style, value
                    )
                else:
                    target.write_formula(row, column, formula, style, value)
            elif value is None:
                target.write_blank(row, column, None, style)
            elif isinstance(value, bool):
                target.write_boolean(row, column, value, style)
            elif isinstance(value, str):
                target.write_string(row, column, value, style)
            else:
                target.write_number(row, column, value, style)
        for chart in sheet["charts"]:
            made = workbook.add_chart({"type": CHARTS[chart["type"]]})
            made.set_title({"name": chart["title"]})
            for title, values in chart["series"]:
                made.add_series(
                    {"name": title, "categories": "=" + chart["categories"], "values": "=" + values}
                )
            target.insert_chart(chart["row"], chart["column"], made)
    workbook.close()


def with_openpyxl(out):
    import openpyxl
    from openpyxl import chart as charts
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    kinds = {
        "bar": charts.BarChart,
        "column": charts.BarChart,
        "line": charts.LineChart,
        "area": charts.AreaChart,
        "scatter": charts.ScatterChart,
    }
    bold = Font(bold=True)
    workbook = openpyxl.Workbook(write_only=True)
    for sheet in book["sheets"]:
        target = workbook.create_sheet(sheet["name"])
        for column, width in enumerate(sheet["widths"]):
            target.column_dimensions[get_column_letter(column + 1)].width = width
        row = []
        below = 0
        for cell in sheet["cells"]:
            while below <= cell[0]:
                if below > 0:
                    target.append(row)
                row = []
                below += 1
            row.extend([None] * (cell[1] - len(row)))
            made = WriteOnlyCell(target, value="=" + cell[5] if len(cell) > 5 else cell[4])
            made.number_format = cell[3]
            if cell[2] in BOLD:
                made.font = bold
            row.append(made)
        target.append(row)
        for chart in sheet["charts"]:
            made = kinds[CHARTS[chart["type"]]]()
            made.title = chart["title"]
            for title, values in chart["series"]:
                reference = charts.Reference(target, range_string=values)
                if chart["type"] == "SCATTER":
                    across = charts.Reference(target, range_string=chart["categories"])
                    made.series.append(charts.Series(reference, across, title=title))
                else:
                    made.series.append(charts.Series(reference, title=title))
            if chart["type"] != "SCATTER":
                made.set_categories(charts.Reference(target, range_string=chart["categories"]))
            place = get_column_letter(chart["column"] + 1) + str(chart["row"] + 1)
            target.add_chart(made, place)
    workbook.save(out)


write = {"xlsxwriter": with_xlsxwriter, "openpyxl": with_openpyxl}[name]
write(io.BytesIO())
size = 0
processor, clock = time.process_time(), time.perf_counter()
for _ in range(workbooks):
    out = io.BytesIO()
    write(out)
    size = len(out.getvalue())
processor, clock = time.process_time() - processor, time.perf_counter() - clock
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
each = f"{processor / workbooks * 1e3:.1f} {clock / workbooks * 1e3:.1f}"
print(f"{name} 1 {workbooks} {each} {size} - {peak:.0f}")

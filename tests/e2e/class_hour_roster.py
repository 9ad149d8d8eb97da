"""Before the hour: a class is made, and its list taken over from a file."""

from tests.e2e.class_hour_room import choose_file, press_in

STUDENTS = (
    ("SV-01", "Nguyễn Văn Ánh"),
    ("SV-02", 'O\'Neil; "王小明"'),
    ("SV-03", '=HYPERLINK("http://x";"y")'),
    ("SV-04", "Đỗ Thị Ngọc Hằng"),
)


def import_roster(room):
    """The class page, its lists, a new class, four students from a table."""
    room.look("hub-before")
    room.press("show-class")
    room.look("hub")
    table = room.folder / "k12.csv"
    cells = (["Mã SV", "Họ và tên"], *STUDENTS)
    rows = (",".join('"{}"'.format(c.replace('"', '""')) for c in row) for row in cells)
    table.write_bytes(("\ufeff" + "\r\n".join(rows)).encode())
    room.press("class-roster")
    room.look("roster-empty")
    room.answering(lambda: room.press("first-class"), press_in("keep", name="K12 sáng"))
    room.look("roster-class")
    room.answering(lambda: room.press("import-list"), choose_file(table), press_in("take-over"))
    room.look("roster")
    group = room.store.groups()[0]
    students = [(one.number, one.name) for one in room.store.students(group.id)]
    told = {"students": sorted(students), "message": room.page.current.message}
    room.press("class-back")
    return told

"""What the results of an exam say on paper."""

from __future__ import annotations

from typing import Final

from massage_trainer.domain.exam.sheet import Ending, Find, Level
from massage_trainer.domain.text import LocalizedText

T = LocalizedText

STUDENT_SHEET: Final = T("Phiếu kết quả thi thực hành", "Practical exam: result sheet")
CLASS_SHEET: Final = T("Kết quả thi thực hành của lớp", "Practical exam: results of the class")
MARK: Final = T("Điểm", "Mark")
RESULT: Final = T("Kết quả", "Result")
PASSED: Final = T("Đạt", "Passed")
NOT_PASSED: Final = T("Không đạt", "Not passed")
NOT_COMPLETE: Final = T("{result}, chưa chấm đủ", "{result}, not all judged")
NOT_MARKED: Final = T("chưa chấm", "not marked")
NUMBER: Final = T("Mã số", "Number")
NAME: Final = T("Họ và tên", "Name")
GROUP: Final = T("Lớp", "Class")
DAY: Final = T("Ngày thi", "Day")
SEAT: Final = T("Đề số", "Paper")
TIME: Final = T("Thời gian làm", "Time used")
DECK: Final = T("Ra đề từ", "Drawn from")
PASS_MARK: Final = T("Mức đạt", "Pass mark")
CANDIDATES: Final = T("Số thí sinh", "Candidates")
PASSED_COUNT: Final = T("Số đạt", "Passed")
MEAN: Final = T("Điểm trung bình", "Mean mark")
FOOT: Final = T(
    "{title} · {group} · {day} · số bốc đề {seed}", "{title} · {group} · {day} · draw {seed}"
)
TASKS: Final = T("Các nhiệm vụ", "Tasks")
TASK: Final = T("Nhiệm vụ", "Task")
FOUND: Final = T("Vị trí", "Place")
AWAY: Final = T("cách {cun} thốn", "{cun} cun away")
WRONG_SIDE: Final = T("sai bên", "wrong side")
TAKEN_FOR: Final = T("chỉ vào {point}", "showed {point}")
GATES: Final = T("Yêu cầu an toàn bắt buộc", "Safety gates")
GATES_NOTE: Final = T(
    "Chỉ một yêu cầu không đạt là dừng thi.", "One that is not held ends the attempt."
)
HELD: Final = T("đạt", "held")
NOT_HELD: Final = T("không đạt", "not held")
UNSAID: Final = T("không ghi", "nothing noted")
AREAS: Final = T("Từng phần", "Part by part")
AREA: Final = T("Phần", "Part")
WEIGHT: Final = T("Trọng số", "Weight")
REACHED: Final = T("Đạt được", "Reached")
JUDGED: Final = T("Đánh giá", "Judged")
UNJUDGED: Final = T("chưa chấm", "not judged")
REMARKS: Final = T("Nhận xét của giám khảo", "Remarks of the examiner")
EXAMINER: Final = T("Giám khảo (ký, ghi rõ họ tên)", "Examiner (name, signature)")
CANDIDATE: Final = T("Thí sinh (ký, ghi rõ họ tên)", "Candidate (name, signature)")
POINTS: Final = T("Huyệt: đúng / gần đúng / sai", "Points found / near / wrong")
GATE_FAILED: Final = T("Dừng thi vì không an toàn", "Stopped: a safety gate failed")
BROKEN_OFF: Final = T(
    "Bài thi bỏ dở: không có kết luận từ kết quả này.",
    "The attempt was broken off; nothing is concluded from it.",
)
ENDINGS: Final = {
    Ending.DONE: T("làm xong", "done"),
    Ending.GATE_FAILED: T("dừng thi vì không an toàn", "stopped by a safety gate"),
    Ending.BROKEN_OFF: T("bỏ dở", "broken off"),
}
FINDS: Final = {
    Find.FOUND: T("đúng", "found"),
    Find.NEAR: T("gần đúng", "near"),
    Find.WRONG: T("sai", "wrong"),
}
LEVELS: Final = {
    Level.GOOD: T("tốt", "good"),
    Level.PART: T("tạm được", "in part"),
    Level.POOR: T("kém", "poor"),
}

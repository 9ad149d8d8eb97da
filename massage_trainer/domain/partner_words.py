"""What the questions before a lesson say: shown and spoken."""

from enum import Enum
from typing import Final

from massage_trainer.domain.screening import Weight
from massage_trainer.domain.text import LocalizedText


class Stage(Enum):
    """What is being asked."""

    WHO = "who"
    CLASS = "class"
    LINES = "lines"
    FINDINGS = "findings"  # what came up at one line
    RESULT = "result"


class Answer(Enum):
    """Every choice there is."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    ALONE = "alone"
    CLASS = "class"
    CONFIRM = "confirm"
    RETURN = "return"
    DONE = "done"
    START = "start"
    ALLOWED = "allowed"
    CORRECT = "correct"
    LIBRARY = "library"


ANSWER_WORDS: Final = {
    Answer.SAME: LocalizedText(
        "Vẫn người lúc nãy, không có gì thay đổi", "The same person, nothing has changed"
    ),
    Answer.CHANGED: LocalizedText(
        "Vẫn người lúc nãy, có thay đổi", "The same person, something has changed"
    ),
    Answer.NEW: LocalizedText(
        "Người mới: hỏi sáu mục, chưa đến một phút", "A new person: six lines, under a minute"
    ),
    Answer.ALONE: LocalizedText("Không có ai: tôi tự học", "Nobody: I study alone"),
    Answer.CLASS: LocalizedText(
        "Cả lớp: giáo viên xác nhận một lần", "A class: the teacher confirms once"
    ),
    Answer.CONFIRM: LocalizedText(
        "Tôi là giáo viên, tôi xác nhận cho cả phòng", "I am the teacher and confirm for the room"
    ),
    Answer.RETURN: LocalizedText("Quay lại", "Return"),
    Answer.DONE: LocalizedText("Xong mục này", "Done with this line"),
    Answer.START: LocalizedText("Đã hiểu, vào bài học", "Understood, to the lesson"),
    Answer.ALLOWED: LocalizedText(
        "Giáo viên hoặc bác sĩ cho phép và theo dõi",
        "The teacher or a doctor allows it and watches",
    ),
    Answer.CORRECT: LocalizedText("Sửa câu trả lời", "Correct the answers"),
    Answer.LIBRARY: LocalizedText("Không làm bài này", "Do not do this lesson"),
}
TITLES: Final = {
    (Stage.WHO, Weight.NOTE): LocalizedText("Ai nằm trên bàn?", "Who is on the table?"),
    (Stage.CLASS, Weight.NOTE): LocalizedText(
        "Mỗi cặp đã hỏi nhau đủ sáu mục. Ai có điều cần ghi thì đã báo giáo viên.",
        "Every pair has asked the six lines. Whoever has something to tell has told the teacher.",
    ),
    (Stage.LINES, Weight.NOTE): LocalizedText("Hỏi và soát sáu mục", "Ask and check six lines"),
    (Stage.RESULT, Weight.NOTE): LocalizedText(
        "Với người này cần nhớ", "With this person keep in mind"
    ),
    (Stage.RESULT, Weight.ASK): LocalizedText(
        "Hỏi giáo viên hoặc bác sĩ trước", "Ask the teacher or a doctor first"
    ),
    (Stage.RESULT, Weight.STOP): LocalizedText(
        "Hôm nay không xoa bóp cho người này", "No massage for this person today"
    ),
}

"""What every paper says beside its content."""

from __future__ import annotations

from typing import Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Severity
from massage_trainer.domain.protocol import Status
from massage_trainer.domain.text import LocalizedText

T = LocalizedText

PROGRAM: Final = T("Luyện tập xoa bóp", "Massage trainer")
HANDOUT: Final = T("Tài liệu bài học", "Lesson handout")
POINT_SHEET: Final = T("Phiếu huyệt", "Point sheet")
BLANK_SHEET: Final = T("Phiếu huyệt để điền tên", "Point sheet to fill in")
PAGE: Final = T("Trang {page}/{pages}", "Page {page} of {pages}")
CONTINUED: Final = T("{name} (tiếp)", "{name} (continued)")

LACKING: Final = T(
    "[U+…] thay cho một chữ mà máy tính lập tài liệu này không có phông; hãy cài một phông chữ Hán "
    "rồi in lại.",
    "[U+…] stands for a letter that no typeface of the computer had; install one with Chinese "
    "letters and print again.",
)
LENGTH: Final = T("Thời gian", "Length")
STEPS: Final = T("Số bước", "Steps")
NEEDS: Final = T("Cần chuẩn bị", "What is needed")
HOW_TO_READ: Final = T("Cách đọc tài liệu này", "How to read this handout")
REVIEW: Final = T(
    "Chưa có bác sĩ hay chuyên gia y tế nào duyệt nội dung này. Chỉ thực hành khi có giáo viên.",
    "No clinician has reviewed this content yet. Practise only with an instructor.",
)
REVIEW_LABEL: Final = T("Kiểm duyệt", "Review")
NOTES: Final = T("Khác với bài viết gốc ở chỗ nào", "Where this differs from the source article")
ARTICLE_SAYS: Final = T("Bài viết ghi", "The article says")
SAYS_NOTHING: Final = T("(không nói gì)", "(nothing)")
STEP_HEAD: Final = T("Bước", "Step")
TAUGHT: Final = T("Ở đây dạy", "Taught here")
WHY: Final = T("Vì sao", "Why")
QUOTED: Final = T("“{words}”", "“{words}”")

STOP: Final = T("Dừng ngay", "Stop at once")
CAUTION: Final = T("Lưu ý", "Caution")
AVOID: Final = T("Không ấn: {zone}", "Do not press: {zone}")
ASK: Final = T("Hỏi giáo viên", "Ask your instructor")
TEACHER: Final = T("Giáo viên của bạn", "Your teacher")
MEANWHILE: Final = T("Trong lúc đó: {choice}", "Until then: {choice}")
UNSURE: Final = T(
    "Các sách chưa thống nhất về vị trí này: hãy hỏi giáo viên.",
    "The books do not agree on this place: ask your instructor.",
)
AVOID_SHORT: Final = T("Không ấn ở vùng này", "Do not press here")
CAUTION_SHORT: Final = T("Lưu ý, an toàn", "Caution, safety")
TEACHER_SHORT: Final = T("Giáo viên của bạn đã chọn", "Chosen by your teacher")

WHERE: Final = T("Vị trí", "Where")
POINT: Final = T("Huyệt", "Point")
FIND: Final = T("Tìm huyệt", "Find the point")
ALSO: Final = T("Cách tìm khác", "Also taught")
HAND: Final = T("Bàn tay", "Hand")
DIRECTION: Final = T("Hướng", "Direction")
PRESSURE: Final = T("Lực", "Pressure")
STANCE: Final = T("Tư thế của bạn", "Your stance")
WATCH: Final = T("Theo dõi", "Watch")
PROMPTS: Final = T("Hỏi lại", "Ask again")
SEE: Final = T("Xem bước {number}.", "See step {number}.")
OPTIONAL: Final = T("làm thêm", "optional")
LAPS: Final = T("làm {times} đợt", "{times} rounds")
IN_ALL: Final = T("tổng cộng {time}", "{time} in all")
THEN: Final = T("{first}, rồi {second}", "{first}, then {second}")
ABOUT: Final = T("khoảng {length}", "about {length}")

SIDES: Final = {
    Side.LEFT: T("bên trái", "left side"),
    Side.RIGHT: T("bên phải", "right side"),
    Side.BOTH: T("hai bên", "both sides"),
    Side.MIDLINE: T("đường giữa", "midline"),
}
STATUS: Final = {
    Status.SOURCE: T("theo bài viết", "from the source"),
    Status.CORRECTED: T("đã sửa", "corrected"),
    Status.APP_DEFAULT: T("mặc định của chương trình", "program default"),
    Status.TEACHER: T("giáo viên đặt", "set by the teacher"),
    Status.SHORTENED: T("rút gọn để tập", "shortened for practice"),
}
STATUS_MEANS: Final = {
    Status.SOURCE: T("Con số này có trong bài viết.", "This number stands in the source article."),
    Status.CORRECTED: T(
        "Con số trong bài viết bị sai; ở đây dạy con số này.",
        "The article's number was wrong; this one is taught instead.",
    ),
    Status.APP_DEFAULT: T(
        "Bài viết không cho con số nào; đây là đề xuất của chương trình.",
        "The article gives no number; this one is the program's own proposal.",
    ),
    Status.TEACHER: T("Giáo viên của bạn đã đặt con số này.", "Your teacher has set this number."),
    Status.SHORTENED: T(
        "Ít hơn mức bài viết yêu cầu, chỉ dùng khi tập trên lớp.",
        "Less than the source asks for, for practice in class only.",
    ),
}
SEVERITY: Final = {
    Severity.DANGER: T("nguy hiểm nếu làm đúng như bài viết", "dangerous as written"),
    Severity.WRONG: T("bài viết ghi sai", "wrong in the article"),
    Severity.UNCLEAR: T("bài viết ghi không rõ", "unclear in the article"),
}
NUMBERS: Final = {
    "time": T("Thời gian", "Time"),
    "count": T("Số lần", "How often"),
    "cadence": T("Thời gian mỗi lần", "Time for each one"),
    "hold": T("Giữ trong", "Hold for"),
    "times": T("Số lần giữ", "How many holds"),
    "ease-in": T("Tăng lực từ từ trong", "Ease in over"),
    "ease-out": T("Trả về từ từ trong", "Ease out over"),
    "rest": T("Nghỉ giữa các lần", "Rest between"),
}

# Of the point sheets.
NAME_LINE: Final = T("Họ và tên", "Name")
CLASS_LINE: Final = T("Lớp", "Class")
DATE_LINE: Final = T("Ngày", "Date")
BLANK_LEAD: Final = T(
    "Mỗi số trong hình là một huyệt. Viết tên huyệt (và mã, nếu nhớ) vào dòng cùng số.",
    "Each number in the picture is a point. Write its name (and its code) on the line with the "
    "same number.",
)
BLANK_SIDE: Final = T("Mỗi huyệt chỉ đánh dấu ở một bên.", "Each point is marked on one side only.")
SHEET_LEAD: Final = T(
    "Số trong hình là số trong phần đáp án sau mỗi hình và trong phiếu để điền tên.",
    "The numbers are those of the key after each picture and of the sheet to fill in.",
)
KEY: Final = T("Đáp án: {title}", "Key: {title}")
PICTURE_NUMBER: Final = T("Hình {number}", "Picture {number}")
COUNT_OF_POINTS: Final = T("Số huyệt", "Points")
LEFT_OUT: Final = T("Không thấy được trong hình nào", "Seen in no picture")
NUMBER_HEAD: Final = T("Số", "No.")
NAMES_HEAD: Final = T("Huyệt", "Point")
FIND_HEAD: Final = T("Cách tìm", "How to find it")
SHEET_TAG: Final = T("Mã phiếu: {tag}", "Sheet code: {tag}")
PLACE_CAPTION: Final = T(
    "Đo theo thốn trên da. Gạch chéo: không ấn.",
    "Measured in cun along the skin. Hatched: do not press.",
)
PLACE_CAPTION_PLAIN: Final = T("Đo theo thốn trên da.", "Measured in cun along the skin.")

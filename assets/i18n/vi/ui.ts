<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n repetition(s)</source>
        <translation>
            <numerusform>%n lần</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{least}–%n repetitions</source>
        <translation>
            <numerusform>{least}–%n lần</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es)</source>
        <translation>
            <numerusform>%n lượt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{least}–%n passes</source>
        <translation>
            <numerusform>{least}–%n lượt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n lần</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{least}–%n times</source>
        <translation>
            <numerusform>{least}–%n lần</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n first answer(s): half lie within {half}, four out of five within {most}.</source>
        <translation>
            <numerusform>%n câu trả lời ở lần đầu: một nửa cách huyệt không quá {half}, bốn phần năm không quá {most}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more lay over {far} away and are not drawn.</source>
        <translation>
            <numerusform>Thêm %n câu cách xa hơn {far}, không vẽ ở đây.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day}: %n question(s), {right} right at the first try</source>
        <translation>
            <numerusform>{day}: %n câu, {right} câu đúng ngay lần đầu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day}: %n due</source>
        <translation>
            <numerusform>{day}: %n câu đến hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{asked} asked, {taken} answered: %n time(s)</source>
        <translation>
            <numerusform>Hỏi {asked}, trả lời {taken}: %n lần</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points}: on the average you are {way} (%n answer(s)). Aim a little the other way.</source>
        <translation>
            <numerusform>{points}: trung bình {way} (%n câu trả lời). Lần sau hãy chỉ nhích về phía ngược lại một chút.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You take {taken} for {asked}: %n time(s) lately.</source>
        <translation>
            <numerusform>Hay nhầm {asked} thành {taken}: %n lần gần đây.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with a mistake</source>
        <translation>
            <numerusform>%n dòng có lỗi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new student(s)</source>
        <translation>
            <numerusform>%n học viên mới</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the class already</source>
        <translation>
            <numerusform>%n người đã có trong lớp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n called otherwise until now</source>
        <translation>
            <numerusform>%n người trước đây ghi tên khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged copy(s) could not be cleaned and were deleted as a whole.</source>
        <translation>
            <numerusform>%n bản sao bị hỏng không làm sạch được nên đã xóa hẳn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Add students</source>
        <translation>Thêm học viên</translation>
    </message>
    <message>
        <source>One student in each line: the number, then the name; or the name alone. Cells copied from a spreadsheet can be pasted here.</source>
        <translation>Mỗi dòng một học viên: mã số rồi đến họ tên, hoặc chỉ họ tên. Có thể dán vào đây các ô chép từ bảng tính.</translation>
    </message>
    <message>
        <source>Students, one in each line</source>
        <translation>Học viên, mỗi dòng một người</translation>
    </message>
</context>
<context>
    <name>AnswerArea</name>
    <message>
        <source>Name or code</source>
        <translation>Tên hoặc mã huyệt</translation>
    </message>
    <message>
        <source>Click on the body, or move the crosshair with the arrow keys (0.1 cun; with Shift 1 cun). You can correct it until you confirm.</source>
        <translation>Bấm lên cơ thể, hoặc dời tâm ngắm bằng các phím mũi tên (0,1 thốn; giữ Shift: 1 thốn). Chưa xác nhận thì vẫn sửa được.</translation>
    </message>
    <message>
        <source>Choose with a click or with the keys 1 to 9.</source>
        <translation>Chọn bằng cách bấm hoặc bằng các phím 1 đến 9.</translation>
    </message>
    <message>
        <source>Choose all that are right, with clicks or with the keys 1 to 9.</source>
        <translation>Chọn tất cả các câu đúng, bằng cách bấm hoặc bằng các phím 1 đến 9.</translation>
    </message>
    <message>
        <source>Set the number with the arrow keys, or type it.</source>
        <translation>Chỉnh số bằng các phím mũi tên, hoặc gõ vào.</translation>
    </message>
    <message>
        <source>With or without accents, tones and spaces.</source>
        <translation>Gõ có dấu hay không dấu, có dấu cách hay không đều được.</translation>
    </message>
</context>
<context>
    <name>Atlas</name>
    <message>
        <source>The books agree.</source>
        <translation>Các sách thống nhất.</translation>
    </message>
    <message>
        <source>The books do not quite agree: ask your instructor.</source>
        <translation>Các sách chưa hoàn toàn thống nhất: hãy hỏi giáo viên.</translation>
    </message>
    <message>
        <source>The books differ: ask your instructor.</source>
        <translation>Các sách nói khác nhau: hãy hỏi giáo viên.</translation>
    </message>
</context>
<context>
    <name>AtlasPage</name>
    <message>
        <source>Atlas of the points</source>
        <translation>Bản đồ các huyệt</translation>
    </message>
    <message>
        <source>Picture of the body: {point}</source>
        <translation>Hình cơ thể: {point}</translation>
    </message>
    <message>
        <source>Picture of the body</source>
        <translation>Hình cơ thể</translation>
    </message>
    <message>
        <source>The arrow keys go to the next point, with Shift they move the picture.</source>
        <translation>Phím mũi tên đi sang huyệt kế bên; giữ thêm Shift thì kéo hình.</translation>
    </message>
</context>
<context>
    <name>AttemptPart</name>
    <message>
        <source>Paper {seat} · {number} · {name}</source>
        <translation>Đề {seat} · {number} · {name}</translation>
    </message>
    <message>
        <source>+{time}</source>
        <translation>+{time}</translation>
    </message>
    <message>
        <source>Time over by</source>
        <translation>Quá giờ</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Còn lại</translation>
    </message>
    <message>
        <source>The last marks are not saved yet. They are saved as soon as it works.</source>
        <translation>Các điểm vừa chấm chưa lưu được. Máy sẽ lưu ngay khi lưu được.</translation>
    </message>
    <message>
        <source>Interrupted. The clock is stopped; go on when the candidate is ready.</source>
        <translation>Bị gián đoạn. Đồng hồ đang dừng; thí sinh sẵn sàng thì làm tiếp.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Start the clock</source>
        <translation>Bắt đầu tính giờ</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Take the last mark back (U, Ctrl+Z)</source>
        <translation>Bỏ điểm vừa chấm (U, Ctrl+Z)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Break off</source>
        <translation>Bỏ dở</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Back to the list of candidates</source>
        <translation>Về danh sách thí sinh</translation>
    </message>
    <message>
        <source>Safety {done}/{all}</source>
        <translation>An toàn {done}/{all}</translation>
    </message>
    <message>
        <source>Tasks ({done}/{all} points)</source>
        <translation>Nhiệm vụ ({done}/{all} huyệt)</translation>
    </message>
    <message>
        <source>Marking sheet {done}/{all}</source>
        <translation>Phiếu chấm {done}/{all}</translation>
    </message>
    <message>
        <source>Remarks {count}</source>
        <translation>Nhận xét {count}</translation>
    </message>
    <message>
        <source>Parts of the examiner&apos;s sheet</source>
        <translation>Các phần của phiếu chấm thi</translation>
    </message>
</context>
<context>
    <name>AudienceWindow</name>
    <message>
        <source>What the class sees</source>
        <translation>Hình cho lớp xem</translation>
    </message>
    <message>
        <source>Back to the console</source>
        <translation>Về bảng điều khiển</translation>
    </message>
</context>
<context>
    <name>BoardPicture</name>
    <message>
        <source>The picture {name} is missing.</source>
        <translation>Thiếu hình {name}.</translation>
    </message>
</context>
<context>
    <name>BudgetButton</name>
    <message>
        <source>How much time is there? Shorten the lesson to it.</source>
        <translation>Có bao nhiêu thời gian? Rút bài cho vừa.</translation>
    </message>
</context>
<context>
    <name>BudgetDialog</name>
    <message>
        <source>How much time is there?</source>
        <translation>Có bao nhiêu thời gian?</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>I have</source>
        <translation>Tôi có</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Bớt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} phút</translation>
    </message>
    <message>
        <source>Do it so</source>
        <translation>Làm như vậy</translation>
    </message>
    <message>
        <source>The whole lesson</source>
        <translation>Làm cả bài</translation>
    </message>
    <message>
        <source>What is left out and shortened</source>
        <translation>Phần bỏ và phần rút ngắn</translation>
    </message>
    <message>
        <source>It does not fit into {minutes} min: the shortest is {length}. Below the least values nothing is shortened; fixed doses only where the teacher allows the class dose.</source>
        <translation>Không vừa {minutes} phút: ngắn nhất là {length}. Không rút xuống dưới mức tối thiểu; con số cố định chỉ được rút khi giáo viên cho phép rút gọn để tập trên lớp.</translation>
    </message>
    <message>
        <source>The whole lesson fits: {length}.</source>
        <translation>Vừa cả bài: {length}.</translation>
    </message>
    <message>
        <source>It fits: {length}, reading and asking not counted. Shortened:</source>
        <translation>Vừa: {length}, chưa kể lúc đọc và hỏi. Rút ngắn:</translation>
    </message>
</context>
<context>
    <name>CameraRow</name>
    <message>
        <source>Wide</source>
        <translation>Xa</translation>
    </message>
    <message>
        <source>See everything</source>
        <translation>Nhìn toàn cảnh</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Gần</translation>
    </message>
    <message>
        <source>See the hands from near</source>
        <translation>Nhìn gần bàn tay</translation>
    </message>
    <message>
        <source>Practitioner&apos;s eyes</source>
        <translation>Góc nhìn KTV</translation>
    </message>
    <message>
        <source>See what the practitioner sees</source>
        <translation>Nhìn bằng mắt của kỹ thuật viên</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>Phía bên kia</translation>
    </message>
    <message>
        <source>See it from across the table</source>
        <translation>Nhìn từ phía bên kia bàn</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Như lúc đầu</translation>
    </message>
    <message>
        <source>Back to how the picture was at first</source>
        <translation>Trở lại góc nhìn lúc đầu</translation>
    </message>
</context>
<context>
    <name>CandidateLine</name>
    <message>
        <source>{seat}.  {number}  {name}</source>
        <translation>{seat}.  {number}  {name}</translation>
    </message>
    <message>
        <source>{percent} · {mark} · {passed}</source>
        <translation>{percent} · {mark} · {passed}</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>đạt</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>không đạt</translation>
    </message>
    <message>
        <source>{result} · not everything was judged</source>
        <translation>{result} · chưa chấm đủ</translation>
    </message>
    <message>
        <source>{result} · withdrawn</source>
        <translation>{result} · đã rút</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Chấm</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Chấm tiếp</translation>
    </message>
    <message>
        <source>Examine once more: {who}</source>
        <translation>Chấm lại: {who}</translation>
    </message>
    <message>
        <source>Once more, with another paper</source>
        <translation>Thi lại với đề khác</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Result as PDF: {who}</source>
        <translation>Kết quả dạng PDF: {who}</translation>
    </message>
</context>
<context>
    <name>CandidatesPart</name>
    <message>
        <source>{deck} · drawn by the number {seed} · {minutes} min</source>
        <translation>{deck} · bốc đề theo số {seed} · {minutes} phút</translation>
    </message>
    <message>
        <source>Exams</source>
        <translation>Các kỳ thi</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Chấm tiếp</translation>
    </message>
    <message>
        <source>Next candidate</source>
        <translation>Thí sinh tiếp theo</translation>
    </message>
    <message>
        <source>Results as PDF…</source>
        <translation>Kết quả dạng PDF…</translation>
    </message>
    <message>
        <source>Results as a table (CSV)…</source>
        <translation>Bảng kết quả (CSV)…</translation>
    </message>
    <message>
        <source>Another window of the program has marked this attempt meanwhile. What was marked there stands; open it here to go on.</source>
        <translation>Cửa sổ khác của chương trình vừa chấm lượt thi này. Những gì chấm ở đó được giữ nguyên; mở lại tại đây để chấm tiếp.</translation>
    </message>
</context>
<context>
    <name>ClassDose</name>
    <message>
        <source>Shorten the lessons for practice in class</source>
        <translation>Rút gọn bài để tập trên lớp</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>of the least that the source asks for</source>
        <translation>của mức tối thiểu mà bài viết yêu cầu</translation>
    </message>
    <message>
        <source>Part of the source&apos;s dose, in percent</source>
        <translation>Tỉ lệ so với bài viết, tính bằng phần trăm</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Giảm</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Tăng</translation>
    </message>
    <message>
        <source>The source&apos;s times and counts do not fit a lesson hour. While this is on, every shortened number says so on the page; numbers that you set yourself stay.</source>
        <translation>Thời gian và số lần trong bài viết không vừa một tiết học. Khi bật, con số nào bị rút gọn đều ghi rõ trên trang; những con số thầy cô tự đặt vẫn giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>ClassKeysDialog</name>
    <message>
        <source>Keys in a class</source>
        <translation>Các phím trong lớp học</translation>
    </message>
    <message>
        <source>A presentation remote goes forward and back, makes the screen black, and with its fourth button shows the class its picture or comes back.</source>
        <translation>Bút trình chiếu đi tiếp và lùi lại, làm màn chiếu đen; nút thứ tư chiếu hình cho lớp hoặc quay về.</translation>
    </message>
    <message>
        <source>On the picture: lead the spotlight, the magnifier or the pen, pull it when it is zoomed, turn a live body (with Shift: pull it)</source>
        <translation>Trên hình: đưa đèn rọi, kính lúp hoặc bút đi; kéo hình đã phóng to; xoay hình người chuyển động (giữ Shift: kéo hình)</translation>
    </message>
    <message>
        <source>Questions: tell the answer, then the next question</source>
        <translation>Hỏi cả lớp: công bố đáp án, rồi sang câu tiếp theo</translation>
    </message>
    <message>
        <source>Questions: one more with this letter. Exam: this mark</source>
        <translation>Hỏi cả lớp: thêm một người chọn chữ này. Thi: chấm mức này</translation>
    </message>
    <message>
        <source>Questions: take the last count back, or correct a told one</source>
        <translation>Hỏi cả lớp: bỏ lần đếm cuối, hoặc sửa số đếm của câu đã công bố</translation>
    </message>
    <message>
        <source>Questions: the answer for you alone</source>
        <translation>Hỏi cả lớp: đáp án chỉ thầy cô thấy</translation>
    </message>
    <message>
        <source>Questions: on without telling the answer</source>
        <translation>Hỏi cả lớp: sang câu tiếp theo, không công bố đáp án</translation>
    </message>
    <message>
        <source>Exam: take this mark away</source>
        <translation>Thi: bỏ mức vừa chấm ở dòng này</translation>
    </message>
    <message>
        <source>On the class&apos;s window: full screen</source>
        <translation>Ở cửa sổ hình cho lớp xem: toàn màn hình</translation>
    </message>
</context>
<context>
    <name>ClassNameDialog</name>
    <message>
        <source>Name of the class</source>
        <translation>Tên lớp</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Lớp mới</translation>
    </message>
    <message>
        <source>As it is called, such as “K12, morning”</source>
        <translation>Tên thường gọi, ví dụ “K12, lớp sáng”</translation>
    </message>
    <message>
        <source>Keep this name</source>
        <translation>Lưu tên này</translation>
    </message>
    <message>
        <source>Please type a name.</source>
        <translation>Hãy nhập tên.</translation>
    </message>
    <message>
        <source>A class is called so already.</source>
        <translation>Đã có lớp mang tên này.</translation>
    </message>
</context>
<context>
    <name>ClassPace</name>
    <message>
        <source>The hour is done</source>
        <translation>Đã xong buổi học</translation>
    </message>
    <message>
        <source>The partners swap roles</source>
        <translation>Các cặp đang đổi vai</translation>
    </message>
    <message>
        <source>All pairs at work, without a swap</source>
        <translation>Cả lớp cùng làm, không đổi vai</translation>
    </message>
    <message>
        <source>First turn: A massages B</source>
        <translation>Lượt một: A xoa bóp cho B</translation>
    </message>
    <message>
        <source>Second turn: B massages A</source>
        <translation>Lượt hai: B xoa bóp cho A</translation>
    </message>
    <message>
        <source>phase {phase} · in all {whole}</source>
        <translation>phần này {phase} · cả buổi {whole}</translation>
    </message>
    <message>
        <source>phase {phase} · until the swap {turn} · in all {whole}</source>
        <translation>phần này {phase} · đến lúc đổi vai {turn} · cả buổi {whole}</translation>
    </message>
    <message>
        <source>{end}, if you start now</source>
        <translation>{end}, nếu bắt đầu ngay</translation>
    </message>
    <message>
        <source>{end}, as planned</source>
        <translation>{end}, đúng kế hoạch</translation>
    </message>
    <message>
        <source>{end}: {moved} later than planned</source>
        <translation>{end}: muộn {moved} so với kế hoạch</translation>
    </message>
    <message>
        <source>{end}: {moved} earlier than planned</source>
        <translation>{end}: sớm {moved} so với kế hoạch</translation>
    </message>
    <message>
        <source>{end}: {moved} later than planned ({planned})</source>
        <translation>{end}: muộn {moved} so với kế hoạch ({planned})</translation>
    </message>
    <message>
        <source>{end}: {moved} earlier than planned ({planned})</source>
        <translation>{end}: sớm {moved} so với kế hoạch ({planned})</translation>
    </message>
    <message>
        <source>This step waits for you anyway</source>
        <translation>Bước này vốn chờ thầy cô cho đi tiếp</translation>
    </message>
    <message>
        <source>A count is not made longer; more time at the next change of place</source>
        <translation>Bước đếm số lần thì không kéo dài được; có thể thêm giờ lúc chuyển chỗ tiếp theo</translation>
    </message>
    <message>
        <source>Not while the force is building up or easing out</source>
        <translation>Không thêm giờ trong lúc đang tăng lực hoặc đang trả về</translation>
    </message>
    <message>
        <source>This dose is at its most; more time at the next change of place</source>
        <translation>Đã đến liều tối đa; có thể thêm giờ lúc chuyển chỗ tiếp theo</translation>
    </message>
    <message>
        <source>15 seconds more for everyone, where no dose goes beyond its most</source>
        <translation>Thêm 15 giây cho cả lớp, miễn là không vượt liều tối đa</translation>
    </message>
    <message>
        <source>in {time}: {what}</source>
        <translation>{time} nữa: {what}</translation>
    </message>
    <message>
        <source>demonstrations</source>
        <translation>làm mẫu</translation>
    </message>
    <message>
        <source>pauses</source>
        <translation>tạm dừng</translation>
    </message>
    <message>
        <source>slower pairs</source>
        <translation>chờ cặp chậm</translation>
    </message>
    <message>
        <source>talk and preparation</source>
        <translation>hỏi và chuẩn bị</translation>
    </message>
    <message>
        <source>ended sooner</source>
        <translation>kết thúc sớm</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>gone to another place</source>
        <translation>chuyển sang chỗ khác</translation>
    </message>
    <message>
        <source>computer asleep</source>
        <translation>máy tính ngủ</translation>
    </message>
</context>
<context>
    <name>ClassPreview</name>
    <message>
        <source>The picture for the class</source>
        <translation>Hình cho lớp xem</translation>
    </message>
    <message>
        <source>Arrow keys move the spotlight or the magnifier, draw with the pen, pull a zoomed picture, or turn a live body.</source>
        <translation>Phím mũi tên đưa đèn rọi hoặc kính lúp đi, vẽ bằng bút, kéo hình đã phóng to, hoặc xoay hình người chuyển động.</translation>
    </message>
</context>
<context>
    <name>ClassQuiz</name>
    <message>
        <source>Question {number} of {count}, once more</source>
        <translation>Câu {number}/{count}, hỏi lại</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>Câu {number}/{count}</translation>
    </message>
    <message>
        <source>Point at the place in the picture.</source>
        <translation>Hãy chỉ vào chỗ đó trên hình.</translation>
    </message>
    <message>
        <source>Hold up a letter that is right; more than one may be.</source>
        <translation>Hãy giơ một chữ cái đúng; có thể có nhiều chữ đúng.</translation>
    </message>
    <message>
        <source>Hold up your letter.</source>
        <translation>Hãy giơ chữ cái của mình.</translation>
    </message>
    <message>
        <source>Say it out loud.</source>
        <translation>Hãy nói to câu trả lời.</translation>
    </message>
    <message>
        <source>{right} of {count} right ({percent} %)</source>
        <translation>{right}/{count} người đúng ({percent} %)</translation>
    </message>
    <message>
        <source>{right} of {count} answers right ({percent} %)</source>
        <translation>{right}/{count} câu trả lời đúng ({percent} %)</translation>
    </message>
    <message>
        <source>Most common mistake: {name} ({count})</source>
        <translation>Nhầm nhiều nhất: {name} ({count})</translation>
    </message>
    <message>
        <source>most common mistake: {name}</source>
        <translation>nhầm nhiều nhất: {name}</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Other lesson</source>
        <translation>Bài khác</translation>
    </message>
    <message>
        <source>Another lesson, or another plan of the hour</source>
        <translation>Chọn bài khác hoặc xếp lại buổi học</translation>
    </message>
    <message>
        <source>Keys and remotes</source>
        <translation>Phím và bút trình chiếu</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Các bước</translation>
    </message>
    <message>
        <source>Class hour</source>
        <translation>Buổi học</translation>
    </message>
    <message>
        <source>The class still sees</source>
        <translation>Lớp vẫn đang thấy</translation>
    </message>
    <message>
        <source>What is shown below</source>
        <translation>Phần hiện bên dưới</translation>
    </message>
    <message>
        <source>When to stop, and cautions</source>
        <translation>Khi nào phải dừng, và điều cần lưu ý</translation>
    </message>
    <message>
        <source>Read out</source>
        <translation>Đọc cho lớp</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Black</source>
        <translation>Đen</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Trắng</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Giữ hình</translation>
    </message>
    <message>
        <source>Black screen for the class</source>
        <translation>Màn chiếu đen</translation>
    </message>
    <message>
        <source>White screen for the class</source>
        <translation>Màn chiếu trắng</translation>
    </message>
    <message>
        <source>Freeze the class&apos;s picture</source>
        <translation>Giữ nguyên hình của lớp</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Đèn rọi</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Kính lúp</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Bút vẽ</translation>
    </message>
    <message>
        <source>Take back the last line</source>
        <translation>Bỏ nét vẽ vừa rồi</translation>
    </message>
    <message>
        <source>Wipe off everything drawn</source>
        <translation>Xóa mọi nét vẽ</translation>
    </message>
    <message>
        <source>Larger picture; also with the wheel</source>
        <translation>Phóng to hình; cũng có thể lăn chuột</translation>
    </message>
    <message>
        <source>Smaller picture</source>
        <translation>Thu nhỏ hình</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>Cả hình</translation>
    </message>
    <message>
        <source>Points of the step</source>
        <translation>Huyệt của bước này</translation>
    </message>
    <message>
        <source>Measuring lines</source>
        <translation>Đường đo thốn</translation>
    </message>
    <message>
        <source>Safety zones</source>
        <translation>Vùng cần tránh</translation>
    </message>
    <message>
        <source>Names on the picture</source>
        <translation>Tên trên hình</translation>
    </message>
    <message>
        <source>Arrows of the hands</source>
        <translation>Mũi tên của tay</translation>
    </message>
    <message>
        <source>Size of the words for the class</source>
        <translation>Cỡ chữ trên màn chiếu</translation>
    </message>
    <message>
        <source>Strong contrast for a weak projector</source>
        <translation>Tương phản mạnh cho máy chiếu yếu</translation>
    </message>
</context>
<context>
    <name>CountRow</name>
    <message>
        <source>One more for {answer}</source>
        <translation>Thêm một người chọn {answer}</translation>
    </message>
    <message>
        <source>Hands for {answer}</source>
        <translation>Số người chọn {answer}</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Bớt một</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Thêm một</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Lesson finished</source>
        <translation>Đã xong bài</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Đang tạm dừng</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>Chuẩn bị</translation>
    </message>
    <message>
        <source>Going on in</source>
        <translation>Làm tiếp sau</translation>
    </message>
    <message>
        <source>Time is over</source>
        <translation>Hết giờ</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Còn lại</translation>
    </message>
    <message>
        <source>hold {number} of {total}</source>
        <translation>lần giữ {number}/{total}</translation>
    </message>
    <message>
        <source>round {number} of {total}</source>
        <translation>đợt {number}/{total}</translation>
    </message>
    <message>
        <source>press Start</source>
        <translation>bấm Bắt đầu</translation>
    </message>
    <message>
        <source>waiting for you: press Done</source>
        <translation>đang chờ bạn: bấm Xong</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>đang chờ bạn</translation>
    </message>
    <message>
        <source>passes: count, then press Done</source>
        <translation>lượt: tự đếm, đủ thì bấm Xong</translation>
    </message>
    <message>
        <source>repetitions: count, then press Done</source>
        <translation>lần: tự đếm, đủ thì bấm Xong</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>còn {time}</translation>
    </message>
    <message>
        <source>may last up to {time}</source>
        <translation>có thể kéo dài đến {time}</translation>
    </message>
    <message>
        <source>at least {time} more</source>
        <translation>cần ít nhất {time} nữa</translation>
    </message>
    <message>
        <source>least reached – you may finish</source>
        <translation>đủ mức tối thiểu – có thể kết thúc</translation>
    </message>
</context>
<context>
    <name>CountdownWidget</name>
    <message>
        <source>Whole lesson: {time} left</source>
        <translation>Cả bài: còn {time}</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Cả bài</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước này</translation>
    </message>
</context>
<context>
    <name>CreditsDialog</name>
    <message>
        <source>Credits and licences</source>
        <translation>Nguồn và giấy phép</translation>
    </message>
    <message>
        <source>Licences of every part of this program</source>
        <translation>Giấy phép của từng phần trong chương trình</translation>
    </message>
</context>
<context>
    <name>DeckFiles</name>
    <message>
        <source>Export a deck</source>
        <translation>Xuất bộ câu hỏi</translation>
    </message>
    <message>
        <source>Import questions</source>
        <translation>Nhập câu hỏi</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) written to {path} ({size} MB).</source>
        <translation>
            <numerusform>Đã ghi %n huyệt vào {path} ({size} MB).</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: {codes}.</source>
        <translation>Không kèm theo: {codes}.</translation>
    </message>
    <message>
        <source>Nothing was taken over. Mend the table and import it again:</source>
        <translation>Chưa nhập gì. Hãy sửa bảng rồi nhập lại:</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more mistake(s)</source>
        <translation>
            <numerusform>… và %n lỗi nữa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are now the deck “{name}”.</source>
        <translation>
            <numerusform>%n câu hỏi nay là bộ “{name}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteClassDialog</name>
    <message>
        <source>Delete a class</source>
        <translation>Xóa lớp</translation>
    </message>
    <message>
        <source>Delete the class {name} and everything of it?</source>
        <translation>Xóa lớp {name} cùng mọi thứ của lớp?</translation>
    </message>
    <message>
        <source>Delete this class</source>
        <translation>Xóa lớp này</translation>
    </message>
    <message>
        <source>Delete a student</source>
        <translation>Xóa học viên</translation>
    </message>
    <message>
        <source>Delete {name} with all marks?</source>
        <translation>Xóa {name} cùng mọi điểm?</translation>
    </message>
    <message>
        <source>A student who leaves the class can be withdrawn instead: marks and papers of the others stay as they are. Deleting cannot be taken back.</source>
        <translation>Ai không học nữa thì chỉ cần ghi là đã rút khỏi lớp: điểm và đề của những người khác vẫn giữ nguyên. Đã xóa thì không lấy lại được.</translation>
    </message>
    <message>
        <source>Delete this student</source>
        <translation>Xóa học viên này</translation>
    </message>
    <message>
        <source>It is also taken out of the copies that this program keeps for safety. What you saved or printed yourself (CSV, PDF) stays where you put it, and so do copies of this computer made by others.</source>
        <translation>Các bản sao dự phòng mà chương trình tự giữ cũng được xóa sạch phần này. Những gì thầy cô đã tự lưu hay in ra (CSV, PDF) vẫn còn ở chỗ cũ, và cả những bản sao lưu máy này do nơi khác làm.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n học viên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n round(s) of questions</source>
        <translation>
            <numerusform>%n lượt hỏi cả lớp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exam(s)</source>
        <translation>
            <numerusform>%n kỳ thi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) with all marks and remarks</source>
        <translation>
            <numerusform>%n lần thi cùng mọi điểm và nhận xét</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is kept of this class but its name.</source>
        <translation>Lớp này mới chỉ có tên.</translation>
    </message>
    <message>
        <source>{list}: all of this goes. It cannot be taken back.</source>
        <translation>{list}: tất cả sẽ mất và không lấy lại được.</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>Delete a learner</source>
        <translation>Xóa người học</translation>
    </message>
    <message>
        <source>Delete everything of this learner? {name}</source>
        <translation>Xóa toàn bộ dữ liệu của người học này? {name}</translation>
    </message>
    <message>
        <source>All answers, what is remembered, and all rounds of this learner go, also from the copies kept for safety. This cannot be taken back. Lessons and the practice log stay.</source>
        <translation>Mọi câu trả lời, những gì đã ghi nhớ và mọi lượt ôn tập của người học này sẽ mất, kể cả trong các bản sao dự phòng. Không thể lấy lại được. Các bài học và nhật ký luyện tập vẫn còn.</translation>
    </message>
    <message>
        <source>Delete everything of this learner</source>
        <translation>Xóa toàn bộ dữ liệu của người học này</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
</context>
<context>
    <name>DueLine</name>
    <message numerus="yes">
        <source>%n question(s) due today</source>
        <translation>
            <numerusform>Hôm nay có %n câu đến hạn ôn</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask them now, in the quiz</source>
        <translation>Trả lời ngay trong phần ôn tập</translation>
    </message>
</context>
<context>
    <name>EndPane</name>
    <message>
        <source>How it went</source>
        <translation>Kết quả cả lớp</translation>
    </message>
    <message>
        <source>Another round</source>
        <translation>Lượt hỏi khác</translation>
    </message>
    <message>
        <source>Nobody was counted.</source>
        <translation>Chưa đếm câu trả lời nào.</translation>
    </message>
    <message>
        <source>Every question of the round</source>
        <translation>Mọi câu của lượt hỏi</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>không đếm</translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message>
        <source>Stop. A safety gate failed.</source>
        <translation>Dừng thi. Không bảo đảm an toàn.</translation>
    </message>
    <message>
        <source>It was a slip</source>
        <translation>Bấm nhầm, chấm tiếp</translation>
    </message>
    <message>
        <source>Mark further</source>
        <translation>Chấm tiếp</translation>
    </message>
    <message>
        <source>Write a remark</source>
        <translation>Ghi lý do</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>Về danh sách</translation>
    </message>
    <message>
        <source>{percent} · {mark}</source>
        <translation>{percent} · {mark}</translation>
    </message>
    <message numerus="yes">
        <source>%n gates</source>
        <translation>
            <numerusform>%n mục an toàn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n huyệt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n mục khác</numerusform>
        </translation>
    </message>
    <message>
        <source>Not judged: {what}. This does not count.</source>
        <translation>Chưa chấm: {what}. Những phần này không tính điểm.</translation>
    </message>
    <message>
        <source>{area} ({weight} %): {percent}</source>
        <translation>{area} ({weight}%): {percent}</translation>
    </message>
</context>
<context>
    <name>EndSheet</name>
    <message>
        <source>Only the misses</source>
        <translation>Chỉ những câu sai</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Làm lại lượt này</translation>
    </message>
    <message>
        <source>Another round</source>
        <translation>Lượt khác</translation>
    </message>
    <message>
        <source>Picture before</source>
        <translation>Hình trước</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Hình sau</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>{right} of {asked} right at the first try · {points} of {most} points</source>
        <translation>Đúng ngay lần đầu {right} trên {asked} câu · {points} trên {most} điểm</translation>
    </message>
    <message>
        <source>time: {time}</source>
        <translation>thời gian: {time}</translation>
    </message>
    <message>
        <source>right at the first try</source>
        <translation>đúng ngay lần đầu</translation>
    </message>
    <message>
        <source>right after {count} tries</source>
        <translation>đúng sau {count} lần thử</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>chưa đúng</translation>
    </message>
    <message>
        <source>{how}; asked {count} times</source>
        <translation>{how}; đã hỏi {count} lần</translation>
    </message>
    <message>
        <source>{name} · {kind}: {how}</source>
        <translation>{name} · {kind}: {how}</translation>
    </message>
    <message>
        <source>All your clicks; rings are the right places.</source>
        <translation>Mọi chỗ bạn đã bấm; vòng tròn là chỗ đúng.</translation>
    </message>
    <message>
        <source>Picture {number} of {count}.</source>
        <translation>Hình {number} trên {count}.</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message numerus="yes">
        <source>%n mistake(s) in lesson files. The other lessons work.</source>
        <translation>
            <numerusform>Có %n lỗi trong các tệp bài học. Những bài khác vẫn dùng được.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mistakes in lesson files</source>
        <translation>Lỗi trong các tệp bài học</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Chép</translation>
    </message>
    <message>
        <source>Copy all lines to the clipboard</source>
        <translation>Chép mọi dòng vào bộ nhớ tạm</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation>Ẩn danh sách</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Hiện danh sách</translation>
    </message>
</context>
<context>
    <name>ExamFiles</name>
    <message>
        <source>Save the results</source>
        <translation>Lưu kết quả</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
</context>
<context>
    <name>ExamWords</name>
    <message>
        <source>Found</source>
        <translation>Đúng</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Gần đúng</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Sai</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>sai bên</translation>
    </message>
    <message>
        <source>not examined yet</source>
        <translation>chưa thi</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>đang dở</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>safety gate failed</source>
        <translation>dừng thi vì không an toàn</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>bỏ dở</translation>
    </message>
    <message>
        <source>{whole} %</source>
        <translation>{whole}%</translation>
    </message>
    <message>
        <source>{whole}.{tenths} %</source>
        <translation>{whole},{tenths}%</translation>
    </message>
    <message>
        <source>{whole}.{tenths} of 10</source>
        <translation>{whole},{tenths} điểm</translation>
    </message>
    <message>
        <source>Not passed: a safety gate failed</source>
        <translation>Không đạt: không bảo đảm an toàn</translation>
    </message>
    <message>
        <source>Broken off: no result</source>
        <translation>Bỏ dở: không có kết quả</translation>
    </message>
    <message>
        <source>Nothing was judged</source>
        <translation>Chưa chấm mục nào</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>Không đạt</translation>
    </message>
    <message>
        <source>Weights as shipped</source>
        <translation>Trọng số sẵn có</translation>
    </message>
    <message>
        <source>Weights of your own</source>
        <translation>Trọng số của thầy cô</translation>
    </message>
    <message>
        <source>{area} {weight} %</source>
        <translation>{area} {weight}%</translation>
    </message>
    <message>
        <source>{whose}: {parts}. Passed from {percent} %.</source>
        <translation>{whose}: {parts}. Đạt từ {percent}%.</translation>
    </message>
</context>
<context>
    <name>FlashOverlay</name>
    <message>
        <source>Get ready</source>
        <translation>Chuẩn bị</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Half time</source>
        <translation>Nửa thời gian</translation>
    </message>
    <message>
        <source>Enough, or go on</source>
        <translation>Đủ rồi, hoặc làm thêm</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>Đổi bên</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Nghỉ</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Thả tay</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Xong bài</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Bị ngắt quãng</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng lại</translation>
    </message>
</context>
<context>
    <name>GatesTab</name>
    <message>
        <source>Safety first: what fails here ends the attempt.</source>
        <translation>An toàn trước hết: chỉ một mục không đạt là dừng thi.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Không đạt</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>What the article says and what is taught here</source>
        <translation>Bài viết nói gì, ở đây dạy gì</translation>
    </message>
    <message numerus="yes">
        <source>Source: %n correction(s)</source>
        <translation>
            <numerusform>Nguồn: %n chỗ sửa</numerusform>
        </translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
</context>
<context>
    <name>Illustration</name>
    <message>
        <source>There is no picture named {name}.</source>
        <translation>Không có hình nào tên {name}.</translation>
    </message>
    <message>
        <source>The picture {name} is missing.</source>
        <translation>Thiếu hình {name}.</translation>
    </message>
    <message>
        <source>The picture {name} is damaged.</source>
        <translation>Hình {name} bị hỏng.</translation>
    </message>
    <message>
        <source>Picture: {name}</source>
        <translation>Hình: {name}</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Another key: {action}</source>
        <translation>Thêm phím: {action}</translation>
    </message>
    <message>
        <source>Take the key {key} away: {action}</source>
        <translation>Bỏ phím {key}: {action}</translation>
    </message>
</context>
<context>
    <name>KeyTableDialog</name>
    <message>
        <source>Keys</source>
        <translation>Bảng phím</translation>
    </message>
    <message>
        <source>With busy hands</source>
        <translation>Khi tay đang bận</translation>
    </message>
    <message>
        <source>Lesson and picture</source>
        <translation>Bài học và hình</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Cố định</translation>
    </message>
    <message>
        <source>Digits: go to this step, or take this choice of the pause. Enter: press the button that has the focus, or done. On a picture that can be turned and has the focus: arrow keys turn it, with Shift they pull it, + and - go nearer and away, 0 goes back. F11: full screen. Ctrl+1, Ctrl+2, Ctrl+3, Ctrl+4, Ctrl+5: lessons, atlas, quiz, progress, class. Ctrl+P practice log. Ctrl+, preferences. Ctrl+T teacher settings. Ctrl+L language. F1 credits. Ctrl+Q quit.</source>
        <translation>Phím số: đến bước đó, hoặc chọn mục đó ở trang tạm dừng. Enter: bấm nút đang được chọn, hoặc xong. Khi đang chọn một hình xoay được: phím mũi tên để xoay, giữ Shift để kéo hình, + và - để lại gần hay ra xa, 0 để trở lại góc nhìn lúc đầu. F11: toàn màn hình. Ctrl+1, Ctrl+2, Ctrl+3, Ctrl+4, Ctrl+5: bài học, bản đồ huyệt, ôn tập, tiến bộ, lớp học. Ctrl+P nhật ký luyện tập. Ctrl+, tùy chọn. Ctrl+T thiết lập của giáo viên. Ctrl+L ngôn ngữ. F1 giấy phép. Ctrl+Q thoát.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Presses nearer to each other than this count once.</source>
        <translation>Các lần bấm cách nhau dưới mức này chỉ tính một lần.</translation>
    </message>
    <message>
        <source>Presses that count as one</source>
        <translation>Bấm sát nhau tính một lần</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Giảm</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Tăng</translation>
    </message>
    <message>
        <source>All keys as at first</source>
        <translation>Trả mọi phím về như ban đầu</translation>
    </message>
    <message>
        <source>Press the new key for “{action}” now. Esc: no other key.</source>
        <translation>Bấm phím mới cho “{action}”. Esc: thôi, không đổi.</translation>
    </message>
    <message>
        <source>{key} is taken: “{action}”. Take it away there first.</source>
        <translation>{key} đã dùng cho “{action}”. Hãy bỏ phím ấy ở đó trước.</translation>
    </message>
    <message>
        <source>“{action}” must keep a key. Give it another one first.</source>
        <translation>“{action}” phải còn ít nhất một phím. Hãy thêm phím khác trước.</translation>
    </message>
    <message>
        <source>{key} always does the same and cannot be given away.</source>
        <translation>{key} có công dụng cố định, không đổi được.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Space bar</source>
        <translation>Phím cách</translation>
    </message>
    <message>
        <source>. (full stop)</source>
        <translation>. (dấu chấm)</translation>
    </message>
    <message>
        <source>, (comma)</source>
        <translation>, (dấu phẩy)</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>left side</source>
        <translation>bên trái</translation>
    </message>
    <message>
        <source>right side</source>
        <translation>bên phải</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>hai bên</translation>
    </message>
    <message>
        <source>midline</source>
        <translation>đường giữa</translation>
    </message>
    <message>
        <source>from the source</source>
        <translation>theo bài viết</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>đã sửa</translation>
    </message>
    <message>
        <source>program default</source>
        <translation>mặc định của chương trình</translation>
    </message>
    <message>
        <source>set by the teacher</source>
        <translation>giáo viên đặt</translation>
    </message>
    <message>
        <source>shortened for practice</source>
        <translation>rút gọn để tập</translation>
    </message>
    <message>
        <source>This number stands in the source article.</source>
        <translation>Con số này có trong bài viết.</translation>
    </message>
    <message>
        <source>The article&apos;s number was wrong; this one is taught instead.</source>
        <translation>Con số trong bài viết bị sai; ở đây dạy con số này.</translation>
    </message>
    <message>
        <source>The article gives no number; this one is the program&apos;s own proposal.</source>
        <translation>Bài viết không cho con số nào; đây là đề xuất của chương trình.</translation>
    </message>
    <message>
        <source>Your teacher has set this number.</source>
        <translation>Giáo viên của bạn đã đặt con số này.</translation>
    </message>
    <message>
        <source>Less than the source asks for, for practice in class only.</source>
        <translation>Ít hơn mức bài viết yêu cầu, chỉ dùng khi tập trên lớp.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Thực hiện</translation>
    </message>
    <message>
        <source>Ease in</source>
        <translation>Tăng lực từ từ</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Giữ</translation>
    </message>
    <message>
        <source>Ease out</source>
        <translation>Trả về từ từ</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Đếm</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Nghỉ</translation>
    </message>
    <message>
        <source>Read this</source>
        <translation>Đọc kỹ</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>Bạn chọn</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>chưa bắt đầu</translation>
    </message>
    <message>
        <source>running</source>
        <translation>đang tập</translation>
    </message>
    <message>
        <source>get ready</source>
        <translation>chuẩn bị</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>đang tạm dừng</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>dangerous as written</source>
        <translation>nguy hiểm nếu làm đúng như bài viết</translation>
    </message>
    <message>
        <source>wrong in the article</source>
        <translation>bài viết ghi sai</translation>
    </message>
    <message>
        <source>unclear in the article</source>
        <translation>bài viết ghi không rõ</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>bỏ</translation>
    </message>
    <message>
        <source>ask first</source>
        <translation>hỏi trước</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>có theo dõi</translation>
    </message>
    <message>
        <source>careful</source>
        <translation>cẩn thận</translation>
    </message>
    <message>
        <source>asked before</source>
        <translation>đã hỏi</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Số lần</translation>
    </message>
    <message>
        <source>Time for each one</source>
        <translation>Thời gian mỗi lần</translation>
    </message>
    <message>
        <source>Hold for</source>
        <translation>Giữ trong</translation>
    </message>
    <message>
        <source>How many holds</source>
        <translation>Số lần giữ</translation>
    </message>
    <message>
        <source>Ease in over</source>
        <translation>Tăng lực từ từ trong</translation>
    </message>
    <message>
        <source>Ease out over</source>
        <translation>Trả về từ từ trong</translation>
    </message>
    <message>
        <source>Rest between</source>
        <translation>Nghỉ giữa các lần</translation>
    </message>
    <message>
        <source>Get ready at the start</source>
        <translation>Chuẩn bị lúc đầu</translation>
    </message>
    <message>
        <source>Change-over between places</source>
        <translation>Chuyển tay sang chỗ khác</translation>
    </message>
    <message>
        <source>{time} at each point</source>
        <translation>mỗi huyệt {time}</translation>
    </message>
    <message>
        <source>{time} × {times}</source>
        <translation>{time} × {times}</translation>
    </message>
</context>
<context>
    <name>LayerButton</name>
    <message>
        <source>What of the body is shown</source>
        <translation>Chọn phần được hiện trên hình</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>The one lying down</source>
        <translation>Người nằm</translation>
    </message>
    <message>
        <source>The practitioner</source>
        <translation>Kỹ thuật viên</translation>
    </message>
    <message>
        <source>Clothes over the worked area</source>
        <translation>Áo quần che vùng đang làm</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Mốc</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Đường kinh</translation>
    </message>
    <message>
        <source>Line of the spine</source>
        <translation>Đường cột sống</translation>
    </message>
    <message>
        <source>Line between the iliac crests</source>
        <translation>Đường nối hai mào chậu</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>The point before on this channel (PageUp)</source>
        <translation>Huyệt trước trên kinh này (PageUp)</translation>
    </message>
    <message>
        <source>The next point of this channel (PageDown)</source>
        <translation>Huyệt sau trên kinh này (PageDown)</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Trái</translation>
    </message>
    <message>
        <source>The client&apos;s left side</source>
        <translation>Bên trái của người được xoa bóp</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Phải</translation>
    </message>
    <message>
        <source>The client&apos;s right side</source>
        <translation>Bên phải của người được xoa bóp</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Mốc</translation>
    </message>
    <message>
        <source>What the hand and the eye find</source>
        <translation>Những chỗ tay sờ thấy, mắt nhìn thấy</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Vùng cần tránh</translation>
    </message>
    <message>
        <source>Where nothing is pressed</source>
        <translation>Những chỗ không được ấn</translation>
    </message>
    <message>
        <source>How a hand measures to the point</source>
        <translation>Tay đo tới huyệt thế nào</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Đường đo</translation>
    </message>
    <message>
        <source>Cover names</source>
        <translation>Che tên</translation>
    </message>
    <message>
        <source>Hide all names to test yourself; a press tells one</source>
        <translation>Che mọi tên để tự kiểm tra; bấm vào huyệt nào thì hiện tên huyệt ấy</translation>
    </message>
</context>
<context>
    <name>LessonCardView</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n bước</numerusform>
        </translation>
    </message>
    <message>
        <source>What you need</source>
        <translation>Cần chuẩn bị</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Đã làm xong</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Làm lại từ đầu</translation>
    </message>
    <message>
        <source>You are at step {step} of {steps}</source>
        <translation>Đang ở bước {step}/{steps}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Làm tiếp</translation>
    </message>
</context>
<context>
    <name>LessonChooser</name>
    <message>
        <source>Teach a lesson</source>
        <translation>Dạy một bài</translation>
    </message>
    <message>
        <source>Back to the lesson that is on</source>
        <translation>Về bài đang dạy</translation>
    </message>
    <message>
        <source>Which lesson?</source>
        <translation>Dạy bài nào?</translation>
    </message>
    <message>
        <source>How long is the hour?</source>
        <translation>Buổi học dài bao lâu?</translation>
    </message>
    <message>
        <source>{length} · {count} steps</source>
        <translation>{length} · {count} bước</translation>
    </message>
</context>
<context>
    <name>LessonLive</name>
    <message>
        <source>It would move too slowly on this computer, so stills are shown. You can try it all the same.</source>
        <translation>Máy này vẽ hình chuyển động quá chậm nên chỉ hiện hình tĩnh. Vẫn có thể thử bật.</translation>
    </message>
    <message>
        <source>Drawing it ended the program once, so stills are shown. You can try it again.</source>
        <translation>Có lần vẽ hình chuyển động đã làm chương trình tắt đột ngột nên chỉ hiện hình tĩnh. Có thể thử lại.</translation>
    </message>
</context>
<context>
    <name>LessonNotice</name>
    <message>
        <source>Interrupted with {time} left – that gap does not count.</source>
        <translation>Bị gián đoạn lúc còn {time} – khoảng đó không tính.</translation>
    </message>
    <message>
        <source>More gently than before, to the end of this step.</source>
        <translation>Nhẹ tay hơn trước, cho đến hết bước này.</translation>
    </message>
</context>
<context>
    <name>LessonPage</name>
    <message>
        <source>Lessons</source>
        <translation>Các bài</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>When to stop, and cautions</source>
        <translation>Khi nào phải dừng, và lưu ý an toàn</translation>
    </message>
    <message>
        <source>Back to the lessons</source>
        <translation>Về danh sách bài học</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>The microphone is off.</source>
        <translation>Micrô đang tắt.</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Mức âm của micrô</translation>
    </message>
    <message>
        <source>Recording: speak now.</source>
        <translation>Đang thu: mời nói.</translation>
    </message>
    <message>
        <source>Recording: loud enough.</source>
        <translation>Đang thu: đủ to.</translation>
    </message>
    <message>
        <source>Recording: too loud, keep further away.</source>
        <translation>Đang thu: to quá, hãy lùi ra xa micrô.</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Back massage: choose a lesson</source>
        <translation>Xoa bóp lưng: chọn một bài</translation>
    </message>
    <message>
        <source>No doctor or other clinician has reviewed this content yet.</source>
        <translation>Chưa có bác sĩ hay chuyên gia y tế nào duyệt nội dung này.</translation>
    </message>
    <message>
        <source>There is no lesson to show. The list above says what is wrong.</source>
        <translation>Không có bài nào để hiện. Danh sách phía trên cho biết sai ở đâu.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Các bài</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>Lines of the lesson</source>
        <translation>Các câu của bài</translation>
    </message>
    <message>
        <source>Space records and stops, Enter listens, arrow keys change the line.</source>
        <translation>Phím cách để thu và dừng, Enter để nghe, phím mũi tên để đổi câu.</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>Line {number} of {total}</source>
        <translation>Câu {number}/{total}</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>Đã thu hết.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Remove the recording</source>
        <translation>Xóa bản thu</translation>
    </message>
    <message>
        <source>After a recording go on to the next line</source>
        <translation>Thu xong thì sang câu kế tiếp</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Dừng thu</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Thu lại</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>Replace the recording</source>
        <translation>Thu lại câu này</translation>
    </message>
    <message>
        <source>Record this line</source>
        <translation>Thu câu này</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Dừng nghe</translation>
    </message>
    <message>
        <source>Listen to this line</source>
        <translation>Nghe câu này</translation>
    </message>
</context>
<context>
    <name>LiveBar</name>
    <message>
        <source>Previous key frame</source>
        <translation>Tư thế tay trước</translation>
    </message>
    <message>
        <source>Next key frame</source>
        <translation>Tư thế tay sau</translation>
    </message>
</context>
<context>
    <name>LiveControls</name>
    <message>
        <source>The whole body, from further away</source>
        <translation>Nhìn cả người, từ xa hơn</translation>
    </message>
    <message>
        <source>The hands from near</source>
        <translation>Nhìn gần bàn tay</translation>
    </message>
    <message>
        <source>What the practitioner sees</source>
        <translation>Nhìn bằng mắt của kỹ thuật viên</translation>
    </message>
    <message>
        <source>From across the table</source>
        <translation>Nhìn từ phía bên kia bàn</translation>
    </message>
    <message>
        <source>What of the body is shown; the hands in key frames</source>
        <translation>Chọn phần hiện trên hình người; xem từng tư thế tay</translation>
    </message>
    <message>
        <source>Live body</source>
        <translation>Hình chuyển động</translation>
    </message>
    <message>
        <source>Previous key frame</source>
        <translation>Tư thế tay trước</translation>
    </message>
    <message>
        <source>Next key frame</source>
        <translation>Tư thế tay sau</translation>
    </message>
    <message>
        <source>This computer cannot draw it; the class sees stills.</source>
        <translation>Máy này không vẽ được; lớp xem hình tĩnh.</translation>
    </message>
    <message>
        <source>Without a graphics card the class sees stills: a body in two windows is drawn twice and moves less smoothly. It can be switched on.</source>
        <translation>Máy không có card đồ họa nên lớp xem hình tĩnh: hình ở hai cửa sổ phải vẽ hai lần, chuyển động kém mượt. Vẫn có thể bật.</translation>
    </message>
    <message>
        <source>The body moves too slowly on this computer, so the class sees stills. It can be switched on.</source>
        <translation>Trên máy này hình chuyển động quá chậm nên lớp xem hình tĩnh. Vẫn có thể bật.</translation>
    </message>
    <message>
        <source>Drawing it ended the program once, so the class sees stills. It can be tried again.</source>
        <translation>Có lần vẽ hình này đã làm chương trình tắt đột ngột nên lớp xem hình tĩnh. Có thể thử lại.</translation>
    </message>
    <message>
        <source>Stills were chosen in the preferences. It can be switched on for this class.</source>
        <translation>Trong phần Tùy chọn đã chọn hình tĩnh. Có thể bật riêng cho lớp này.</translation>
    </message>
    <message>
        <source>The hands move in the lesson&apos;s time, and the body can be turned.</source>
        <translation>Bàn tay chuyển động theo đồng hồ của bài, và có thể xoay hình người.</translation>
    </message>
</context>
<context>
    <name>LivePicture</name>
    <message>
        <source>See it from across the table</source>
        <translation>Nhìn từ phía bên kia bàn</translation>
    </message>
    <message>
        <source>Show the still picture instead</source>
        <translation>Chuyển sang hình tĩnh</translation>
    </message>
    <message>
        <source>Show a body that can be turned</source>
        <translation>Chuyển sang hình người xoay được</translation>
    </message>
    <message>
        <source>Back to how the picture was at first</source>
        <translation>Trở lại góc nhìn lúc đầu</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Massage trainer</source>
        <translation>Luyện tập xoa bóp</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>not judged</source>
        <translation>chưa chấm</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>New learner</source>
        <translation>Người học mới</translation>
    </message>
    <message>
        <source>A name, so that each learner on this computer has answers of their own.</source>
        <translation>Đặt tên để câu trả lời của mỗi người học trên máy này được giữ riêng.</translation>
    </message>
    <message>
        <source>Name of the learner</source>
        <translation>Tên người học</translation>
    </message>
    <message>
        <source>Answers and memory stay as they are.</source>
        <translation>Câu trả lời và những gì đã ghi nhớ vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Keep this name</source>
        <translation>Dùng tên này</translation>
    </message>
    <message>
        <source>Please type a name.</source>
        <translation>Hãy gõ một cái tên.</translation>
    </message>
    <message>
        <source>Somebody is called so already.</source>
        <translation>Đã có người học mang tên này.</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Next</source>
        <translation>Tiếp theo</translation>
    </message>
    <message>
        <source>the end of the lesson</source>
        <translation>hết bài</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes for the instructor</source>
        <translation>Ghi chú cho giáo viên</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp theo</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Làm mẫu</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Lỗi hay gặp</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Hỏi lớp</translation>
    </message>
    <message>
        <source>No note on this step.</source>
        <translation>Bước này không có ghi chú.</translation>
    </message>
</context>
<context>
    <name>NumberAnswer</name>
    <message>
        <source>Number, in {unit}</source>
        <translation>Số, tính bằng {unit}</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>Less</source>
        <translation>Giảm</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Tăng</translation>
    </message>
    <message>
        <source>In the lesson: {amount}, {status}</source>
        <translation>Trong bài: {amount}, {status}</translation>
    </message>
    <message>
        <source>Back to the lesson&apos;s number</source>
        <translation>Trở về con số của bài</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>With your class</source>
        <translation>Với cả lớp</translation>
    </message>
    <message>
        <source>Before and after the class</source>
        <translation>Trước và sau giờ học</translation>
    </message>
    <message>
        <source>Teach a lesson</source>
        <translation>Dạy một bài</translation>
    </message>
    <message>
        <source>Lead all pairs: the picture on the wall, notes and times here.</source>
        <translation>Hướng dẫn mọi cặp cùng làm: hình trên màn chiếu, ghi chú và giờ giấc ở đây.</translation>
    </message>
    <message>
        <source>Ask the class</source>
        <translation>Hỏi cả lớp</translation>
    </message>
    <message>
        <source>Show a large question, count where the class points, then show the answer.</source>
        <translation>Chiếu câu hỏi thật lớn, đếm chỗ cả lớp chỉ, rồi chiếu đáp án.</translation>
    </message>
    <message>
        <source>Practical exam</source>
        <translation>Thi thực hành</translation>
    </message>
    <message>
        <source>One student after the other, with a fair paper and a sheet of marks.</source>
        <translation>Từng học viên một, với đề công bằng và phiếu chấm.</translation>
    </message>
    <message>
        <source>Class lists</source>
        <translation>Danh sách lớp</translation>
    </message>
    <message>
        <source>Numbers, names and results; they stay on this computer.</source>
        <translation>Mã số, họ tên và kết quả; chỉ nằm trên máy này.</translation>
    </message>
    <message>
        <source>Handouts and point sheets</source>
        <translation>Tài liệu in và phiếu huyệt</translation>
    </message>
    <message>
        <source>A lesson or a sheet of points, printed or as PDF.</source>
        <translation>In ra hoặc lưu PDF một bài học hay một phiếu huyệt.</translation>
    </message>
</context>
<context>
    <name>OilyTarget</name>
    <message>
        <source>Tap anywhere: next or done. Hold: pause.</source>
        <translation>Chạm chỗ nào cũng được: đi tiếp hoặc xong. Giữ lâu: tạm dừng.</translation>
    </message>
</context>
<context>
    <name>OptionList</name>
    <message>
        <source>{option}: tried</source>
        <translation>{option}: đã thử</translation>
    </message>
    <message>
        <source>{option}: right</source>
        <translation>{option}: đúng</translation>
    </message>
    <message>
        <source>{option}: not right</source>
        <translation>{option}: chưa đúng</translation>
    </message>
</context>
<context>
    <name>OwnVoice</name>
    <message>
        <source>Your own voice</source>
        <translation>Giọng của thầy cô</translation>
    </message>
    <message>
        <source>Record what the lessons say; the class then hears you instead of a machine.</source>
        <translation>Thu lại những câu mà bài đọc lên; khi đó lớp sẽ nghe chính giọng thầy cô thay cho giọng máy.</translation>
    </message>
    <message>
        <source>Record the lines of a lesson…</source>
        <translation>Thu các câu của một bài…</translation>
    </message>
</context>
<context>
    <name>PacePanel</name>
    <message>
        <source>Time of the class hour</source>
        <translation>Thời gian của buổi học</translation>
    </message>
    <message>
        <source>Slower pairs: +15 s</source>
        <translation>Chờ cặp chậm: +15 giây</translation>
    </message>
    <message>
        <source>Pause to demonstrate</source>
        <translation>Dừng để làm mẫu</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Go on (shown for {time})</source>
        <translation>Làm tiếp (đã làm mẫu {time})</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Còn lại</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Đổi vai</translation>
    </message>
    <message>
        <source>{time} beyond the hour</source>
        <translation>Quá giờ {time}</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Cả lớp</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>Sắp tới</translation>
    </message>
    <message>
        <source>The first partner had {time} more here</source>
        <translation>Ở chỗ này, người được xoa bóp ở lượt một có thêm {time}</translation>
    </message>
</context>
<context>
    <name>PaceSetup</name>
    <message>
        <source>Less</source>
        <translation>Bớt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Time for the class</source>
        <translation>Thời gian cả buổi</translation>
    </message>
    <message>
        <source>Time to swap</source>
        <translation>Thời gian đổi vai</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Half-way the partners swap roles</source>
        <translation>Giữa buổi hai người đổi vai</translation>
    </message>
    <message>
        <source>With the optional parts, if they fit</source>
        <translation>Làm cả những phần làm thêm nếu đủ giờ</translation>
    </message>
    <message>
        <source>Open this lesson</source>
        <translation>Đưa vào buổi học</translation>
    </message>
    <message>
        <source>The plan of the hour</source>
        <translation>Kế hoạch buổi học</translation>
    </message>
    <message>
        <source>It fits: {whole}.</source>
        <translation>Đủ giờ: {whole}.</translation>
    </message>
    <message>
        <source>It does not fit: the shortest is {whole}. Take more time, do without the swap, or allow the class dose in the teacher&apos;s settings.</source>
        <translation>Không đủ giờ: ngắn nhất cũng mất {whole}. Hãy tăng thời gian, bỏ đổi vai, hoặc cho phép rút gọn để tập trên lớp trong phần thiết lập của giáo viên.</translation>
    </message>
    <message>
        <source>Each partner</source>
        <translation>Mỗi người</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Đổi vai</translation>
    </message>
    <message>
        <source>{work} of work, about {talk} to ask, explain and get ready</source>
        <translation>{work} thực hành, khoảng {talk} để hỏi, giải thích và chuẩn bị</translation>
    </message>
</context>
<context>
    <name>PageRow</name>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Bài học</translation>
    </message>
    <message>
        <source>Atlas</source>
        <translation>Bản đồ huyệt</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Ôn tập</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến bộ</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Lớp học</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) written to {path} ({size} MB).</source>
        <translation>
            <numerusform>Đã ghi %n trang vào {path} ({size} MB).</numerusform>
        </translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the paper as PDF.</source>
        <translation>Máy này chưa cài máy in. Hãy lưu thành PDF.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message numerus="yes">
        <source>Print %n page(s) of A4 on which printer?</source>
        <translation>
            <numerusform>In %n trang A4 bằng máy in nào?</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation>Đã gửi tới {printer}.</translation>
    </message>
    <message>
        <source>Handouts and point sheets</source>
        <translation>Tài liệu in và phiếu huyệt</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Loại tài liệu</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Ngôn ngữ trên giấy</translation>
    </message>
    <message>
        <source>Handout of a lesson</source>
        <translation>Tài liệu của một bài học</translation>
    </message>
    <message>
        <source>Point sheet with names and key</source>
        <translation>Phiếu huyệt có tên và đáp án</translation>
    </message>
    <message>
        <source>Point sheet to fill in</source>
        <translation>Phiếu huyệt để điền tên</translation>
    </message>
    <message>
        <source>Exam: results of the class</source>
        <translation>Kỳ thi: kết quả cả lớp</translation>
    </message>
    <message>
        <source>Exam: a sheet for each student</source>
        <translation>Kỳ thi: mỗi học viên một phiếu</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Tiếng Anh</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu thành PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>There is nothing of this kind yet.</source>
        <translation>Chưa có gì thuộc loại này.</translation>
    </message>
    <message>
        <source>No typeface of this computer has {letters}: printed by number. Install one with Chinese letters, then open the program again.</source>
        <translation>Không phông chữ nào trên máy này có {letters}, nên in bằng mã số. Hãy cài một phông chữ Hán rồi mở lại chương trình.</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Trang {page}/{pages}</translation>
    </message>
    <message>
        <source>No page</source>
        <translation>Không có trang nào</translation>
    </message>
</context>
<context>
    <name>PartnerButton</name>
    <message numerus="yes">
        <source>%n thing(s) to keep in mind</source>
        <translation>
            <numerusform>%n điều cần nhớ</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is on the table? Somebody else, or something has changed.</source>
        <translation>Ai nằm trên bàn? Đổi người, hoặc có thay đổi.</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Tự học</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Cả lớp</translation>
    </message>
    <message>
        <source>Partner?</source>
        <translation>Chưa hỏi</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Bạn tập</translation>
    </message>
</context>
<context>
    <name>PartnerPage</name>
    <message>
        <source>True, go on</source>
        <translation>Đúng, tiếp</translation>
    </message>
    <message>
        <source>Something came up</source>
        <translation>Có điều cần ghi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lùi lại</translation>
    </message>
    <message>
        <source>Emergency care now: call 115 or go to a hospital.</source>
        <translation>Cấp cứu ngay: gọi 115 hoặc đến bệnh viện.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>chưa</translation>
    </message>
    <message>
        <source>true</source>
        <translation>đúng</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>đã ghi</translation>
    </message>
    <message>
        <source>One key: a short press means true; a held one, something came up.</source>
        <translation>Một phím: bấm ngắn là đúng; giữ lâu là có điều cần ghi.</translation>
    </message>
    <message>
        <source>One key: a short press goes on; a held one notes what is lit.</source>
        <translation>Một phím: bấm ngắn để đi tiếp; giữ lâu để ghi điều đang sáng.</translation>
    </message>
    <message>
        <source>One key: a short press goes to the next choice, a held one takes it.</source>
        <translation>Một phím: bấm ngắn sang lựa chọn kế tiếp, giữ lâu để chọn.</translation>
    </message>
</context>
<context>
    <name>PausePage</name>
    <message>
        <source>One key: a short press goes to the next choice, a held one takes it.</source>
        <translation>Chỉ một phím: bấm ngắn để sang mục kế tiếp, giữ lâu để chọn.</translation>
    </message>
</context>
<context>
    <name>Plate</name>
    <message>
        <source>Level with {places}</source>
        <translation>Cùng mức với {places}</translation>
    </message>
    <message>
        <source>No safety zone lies in this picture.</source>
        <translation>Hình này không có vùng nào cần tránh.</translation>
    </message>
    <message>
        <source>{zone}: {why}</source>
        <translation>{zone}: {why}</translation>
    </message>
    <message>
        <source>Do not press here</source>
        <translation>Không ấn vào đây</translation>
    </message>
    <message>
        <source>Points: {points}. The arrow keys go from point to point.</source>
        <translation>Các huyệt: {points}. Bấm phím mũi tên để đi từ huyệt này sang huyệt kia.</translation>
    </message>
    <message>
        <source>{point} is out of sight in this picture.</source>
        <translation>Huyệt {point} bị khuất trong hình này.</translation>
    </message>
    <message>
        <source>{point} is not marked in this picture.</source>
        <translation>Huyệt {point} không được đánh dấu trong hình này.</translation>
    </message>
    <message>
        <source>The points and zones of this picture cannot be read, so none are shown.</source>
        <translation>Không đọc được vị trí các huyệt và các vùng cần tránh của hình này nên không đánh dấu gì trên hình.</translation>
    </message>
    <message>
        <source>The points of this picture cannot be read, so none are shown.</source>
        <translation>Không đọc được vị trí các huyệt của hình này nên không đánh dấu huyệt nào.</translation>
    </message>
</context>
<context>
    <name>PlateTools</name>
    <message>
        <source>Find
point</source>
        <translation>Tìm
huyệt</translation>
    </message>
    <message>
        <source>Safety
zones</source>
        <translation>Vùng
tránh</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Mũi tên</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>How do I find it? Show the measuring line</source>
        <translation>Tìm huyệt thế nào? Hiện đường đo</translation>
    </message>
    <message>
        <source>Safety zones: where not to press</source>
        <translation>Vùng cần tránh: những chỗ không được ấn</translation>
    </message>
    <message>
        <source>Arrows: how the hands move</source>
        <translation>Mũi tên: tay đi thế nào</translation>
    </message>
    <message>
        <source>Moving picture: turn the body, see the hands</source>
        <translation>Hình chuyển động: xoay cơ thể, xem tay làm</translation>
    </message>
    <message>
        <source>Zoom in; also with the wheel</source>
        <translation>Phóng to; dùng con lăn chuột cũng được</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Describe the picture in words</source>
        <translation>Tả hình bằng lời</translation>
    </message>
    <message>
        <source>See everything</source>
        <translation>Nhìn toàn cảnh</translation>
    </message>
    <message>
        <source>See the hands from near</source>
        <translation>Nhìn gần bàn tay</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Xa</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Gần</translation>
    </message>
</context>
<context>
    <name>PointCard</name>
    <message>
        <source>Pressed in these lessons</source>
        <translation>Được bấm trong các bài</translation>
    </message>
    <message>
        <source>This picture does not show it.</source>
        <translation>Hình này không cho thấy chỗ ấy.</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Bước {number}/{count}</translation>
    </message>
    <message>
        <source>Show me how to find it</source>
        <translation>Chỉ cách tìm huyệt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lùi lại</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Bước tiếp</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Đọc lên</translation>
    </message>
    <message>
        <source>Find it by hand</source>
        <translation>Tìm bằng tay</translation>
    </message>
    <message>
        <source>This point is told in words alone, no picture shows it.</source>
        <translation>Huyệt này chỉ được tả bằng lời, không có hình.</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>Thai kỳ</translation>
    </message>
    <message>
        <source>Others place it</source>
        <translation>Có sách lấy khác</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Độ chắc chắn</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>This point is known by name, but it is not in the atlas: it lies elsewhere than on the back, the buttock and the back and side of the leg.</source>
        <translation>Chương trình biết tên huyệt này, nhưng huyệt không có trong bản đồ: nó không nằm ở lưng, mông, mặt sau và mặt ngoài chân.</translation>
    </message>
    <message>
        <source>At the same level</source>
        <translation>Cùng mức với</translation>
    </message>
    <message>
        <source>At the same level: {landmarks}</source>
        <translation>Cùng mức với: {landmarks}</translation>
    </message>
    <message>
        <source>Names are covered</source>
        <translation>Tên đang được che</translation>
    </message>
    <message>
        <source>Choose a point</source>
        <translation>Chọn một huyệt</translation>
    </message>
    <message>
        <source>Say the name of a point, then press it: it tells you its own.</source>
        <translation>Hãy tự nói tên một huyệt rồi bấm vào: tên huyệt sẽ hiện ra.</translation>
    </message>
    <message>
        <source>Type a name or a code, press a point of the picture, or go through the list.</source>
        <translation>Gõ tên hoặc mã huyệt, bấm vào một huyệt trên hình, hoặc chọn trong danh sách.</translation>
    </message>
</context>
<context>
    <name>PointFinder</name>
    <message>
        <source>Name, code, meaning…</source>
        <translation>Tên, mã, nghĩa…</translation>
    </message>
    <message>
        <source>Search for a point</source>
        <translation>Tìm huyệt</translation>
    </message>
    <message>
        <source>Vietnamese, pinyin, characters or English, with or without marks. The up and down keys go through the list.</source>
        <translation>Tiếng Việt, pinyin, chữ Hán hay tiếng Anh, có dấu hay không dấu. Dùng phím lên, xuống để đi trong danh sách.</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Mọi đường kinh</translation>
    </message>
    <message>
        <source>All regions</source>
        <translation>Mọi vùng</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Mọi bài học</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Đường kinh</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Vùng</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Bài học</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n huyệt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points}, and %n known by name alone</source>
        <translation>
            <numerusform>{points}, và %n huyệt chỉ biết tên</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is called so. Fewer letters find more.</source>
        <translation>Không có huyệt nào tên như vậy. Gõ ít chữ hơn để tìm được nhiều hơn.</translation>
    </message>
</context>
<context>
    <name>PointLines</name>
    <message>
        <source>not in this atlas</source>
        <translation>không có trong bản đồ</translation>
    </message>
    <message>
        <source>{name}, {code}: not in this atlas</source>
        <translation>{name}, {code}: không có trong bản đồ</translation>
    </message>
</context>
<context>
    <name>PointList</name>
    <message>
        <source>Points</source>
        <translation>Các huyệt</translation>
    </message>
</context>
<context>
    <name>PracticeDialog</name>
    <message>
        <source>Practice log</source>
        <translation>Nhật ký luyện tập</translation>
    </message>
    <message>
        <source>Techniques</source>
        <translation>Kỹ thuật</translation>
    </message>
    <message>
        <source>Lessons done</source>
        <translation>Bài đã tập</translation>
    </message>
    <message>
        <source>Time per technique</source>
        <translation>Thời gian từng kỹ thuật</translation>
    </message>
    <message>
        <source>Save as a table (CSV)…</source>
        <translation>Lưu thành bảng (CSV)…</translation>
    </message>
    <message>
        <source>Hands at work: {time}</source>
        <translation>Tay đã làm: {time}</translation>
    </message>
    <message>
        <source>Nothing has been practised yet.</source>
        <translation>Chưa có buổi tập nào.</translation>
    </message>
    <message>
        <source>{time} with somebody on the table</source>
        <translation>{time} trên người thật</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>chưa xong</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>bỏ qua %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n × “stop, it hurts”</source>
        <translation>
            <numerusform>%n lần “dừng, đau!”</numerusform>
        </translation>
    </message>
    <message>
        <source>alone</source>
        <translation>tự học</translation>
    </message>
    <message>
        <source>in class</source>
        <translation>trên lớp</translation>
    </message>
    <message>
        <source>with a partner</source>
        <translation>với bạn tập</translation>
    </message>
    <message>
        <source>Save the practice log</source>
        <translation>Lưu nhật ký luyện tập</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Giờ (UTC)</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Bài học</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Tập với</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>Kỹ thuật</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Bên</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Huyệt</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Lần thứ</translation>
    </message>
    <message>
        <source>Planned (s)</source>
        <translation>Dự định (giây)</translation>
    </message>
    <message>
        <source>Done (s)</source>
        <translation>Đã làm (giây)</translation>
    </message>
    <message>
        <source>Planned (times)</source>
        <translation>Dự định (lần)</translation>
    </message>
    <message>
        <source>Done (times)</source>
        <translation>Đã làm (lần)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Chi tiết</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Chung</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>A man</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>A woman</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Where they run smoothly</source>
        <translation>Khi máy chạy mượt</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Luôn luôn</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Không bao giờ</translation>
    </message>
    <message>
        <source>The picture changes with the phases of a step, but does not show the movement over and over.</source>
        <translation>Hình vẫn đổi theo từng giai đoạn của bước, nhưng không chiếu đi chiếu lại động tác.</translation>
    </message>
    <message>
        <source>When a time is over, the lesson waits until you press Done. Otherwise it goes on by itself.</source>
        <translation>Khi hết giờ, bài chờ đến lúc bạn bấm Xong. Nếu không bật, bài tự chuyển tiếp.</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Phím tắt…</translation>
    </message>
    <message>
        <source>The whole page of a lesson is one button: a tap is next or done, a hold pauses. The page of the pause ends it.</source>
        <translation>Cả trang bài học là một nút: chạm là đi tiếp hoặc xong, giữ lâu là tạm dừng. Tắt chế độ này ngay ở trang tạm dừng.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Nothing can be saved now; the lesson goes on without. ({detail})</source>
        <translation>Hiện không lưu được gì; bài học vẫn chạy bình thường. ({detail})</translation>
    </message>
    <message>
        <source>A file of settings was damaged; it was set aside and the program starts without it. ({detail})</source>
        <translation>Một tệp thiết lập bị hỏng; tệp đã được để riêng và chương trình chạy không cần tệp đó. ({detail})</translation>
    </message>
    <message>
        <source>A file was written by a newer version of this program; it is left as it is and nothing is saved in it. ({detail})</source>
        <translation>Một tệp do phiên bản mới hơn của chương trình ghi; tệp được giữ nguyên và không lưu gì thêm vào đó. ({detail})</translation>
    </message>
    <message>
        <source>The pictures cannot be shown; their names and descriptions stand in their place. ({detail})</source>
        <translation>Không hiện được hình; tên và lời mô tả đứng thay chỗ hình. ({detail})</translation>
    </message>
    <message>
        <source>The pictures do not move here; stills stand in their place, and nothing is missing from the lesson. ({detail})</source>
        <translation>Hình không chuyển động được trên máy này nên được thay bằng hình tĩnh; bài học vẫn đầy đủ. ({detail})</translation>
    </message>
    <message>
        <source>Moving pictures come too slowly on this computer, so stills are shown, and nothing is missing from the lesson. The 3D button shows them all the same.</source>
        <translation>Máy này vẽ hình chuyển động quá chậm nên bài học dùng hình tĩnh, nội dung không thiếu gì. Bấm nút 3D nếu vẫn muốn xem hình chuyển động.</translation>
    </message>
    <message>
        <source>Drawing the moving pictures ended the program the last time, so it shows stills now. You can try again in the preferences.</source>
        <translation>Lần trước chương trình bị tắt đột ngột khi đang vẽ hình chuyển động nên bây giờ dùng hình tĩnh. Bạn có thể thử lại trong phần Tùy chọn.</translation>
    </message>
    <message>
        <source>Touching a picture is not answered: the chart of the body cannot be read. ({detail})</source>
        <translation>Không đọc được bản đồ cơ thể nên khi chạm vào hình sẽ không có nhận xét. ({detail})</translation>
    </message>
    <message>
        <source>There is no lesson named “{detail}”.</source>
        <translation>Không có bài nào tên “{detail}”.</translation>
    </message>
    <message>
        <source>What you practise cannot be recorded; the lesson goes on. ({detail})</source>
        <translation>Không ghi được nhật ký luyện tập; bài học vẫn tiếp tục. ({detail})</translation>
    </message>
    <message>
        <source>The practice log was damaged; it was set aside and a new one begun with what could be read of it. ({detail})</source>
        <translation>Nhật ký luyện tập bị hỏng: đã cất riêng tệp cũ và mở nhật ký mới với những gì còn đọc được. ({detail})</translation>
    </message>
    <message>
        <source>The record of your learning was damaged; the last good copy is in its place, with what could be read of later answers. ({detail})</source>
        <translation>Hồ sơ học tập bị hỏng: đã thay bằng bản sao lưu tốt gần nhất, kèm những câu trả lời sau đó còn đọc được. ({detail})</translation>
    </message>
    <message>
        <source>A few entries in the record of your learning had changed on the disk; they were set aside and do not count. ({detail})</source>
        <translation>Một số mục trong hồ sơ học tập đã bị sai lệch trên đĩa: chúng được cất riêng và không được tính. ({detail})</translation>
    </message>
    <message>
        <source>Your answers cannot be saved now; they are kept while the program runs and saved as soon as that works. ({detail})</source>
        <translation>Hiện không lưu được câu trả lời: chương trình giữ chúng trong lúc chạy và sẽ lưu ngay khi lưu được. ({detail})</translation>
    </message>
    <message>
        <source>No copy of the record of your learning could be made. ({detail})</source>
        <translation>Không tạo được bản sao lưu của hồ sơ học tập. ({detail})</translation>
    </message>
    <message>
        <source>The clock of this computer was set back: there are answers of {detail}. They are kept, and what was asked then is asked again.</source>
        <translation>Đồng hồ máy tính đã bị vặn lùi: có những câu trả lời ghi ngày {detail}. Chúng vẫn được giữ, và những câu đó sẽ được hỏi lại.</translation>
    </message>
    <message>
        <source>Some of what you learnt is not in the catalogue under this name any more; its answers are kept, and it is not asked: {detail}.</source>
        <translation>Một số mục bạn đã học không còn trong danh mục dưới tên cũ; câu trả lời vẫn được giữ nhưng không hỏi nữa: {detail}.</translation>
    </message>
    <message>
        <source>No voice on this computer speaks Vietnamese; signals are heard, and words are read.</source>
        <translation>Máy này không có giọng đọc tiếng Việt; tín hiệu vẫn nghe được, còn lời thì đọc trên màn hình.</translation>
    </message>
    <message>
        <source>No voice on this computer speaks English; signals are heard, and words are read.</source>
        <translation>Máy này không có giọng đọc tiếng Anh; tín hiệu vẫn nghe được, còn lời thì đọc trên màn hình.</translation>
    </message>
    <message>
        <source>Sound needs the library miniaudio, which is not installed; signals are shown as flashes.</source>
        <translation>Âm thanh cần thư viện miniaudio nhưng máy chưa cài; tín hiệu được thay bằng nháy sáng màn hình.</translation>
    </message>
    <message>
        <source>The sound of this computer does not answer; signals are shown as flashes until it does.</source>
        <translation>Hệ thống âm thanh của máy không phản hồi; trong lúc đó tín hiệu được thay bằng nháy sáng màn hình.</translation>
    </message>
    <message>
        <source>No loudspeaker or headphones were found; signals are shown as flashes. Plug them in at any time.</source>
        <translation>Không thấy loa hay tai nghe; tín hiệu được thay bằng nháy sáng màn hình. Cắm vào lúc nào cũng được.</translation>
    </message>
</context>
<context>
    <name>ProfileButton</name>
    <message>
        <source>Who is learning: {name}</source>
        <translation>Người đang học: {name}</translation>
    </message>
    <message>
        <source>New learner…</source>
        <translation>Người học mới…</translation>
    </message>
    <message>
        <source>Give a name…</source>
        <translation>Đặt tên…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Xóa…</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Chưa đặt tên</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Landmarks</source>
        <translation>Mốc giải phẫu</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>Thủ thuật</translation>
    </message>
    <message>
        <source>mastered</source>
        <translation>đã thuộc</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>đang học</translation>
    </message>
    <message>
        <source>new</source>
        <translation>chưa học</translation>
    </message>
    <message>
        <source>{letter} {region}: {mastered} mastered, {learning} learning, {new} new</source>
        <translation>{letter} {region}: {mastered} đã thuộc, {learning} đang học, {new} chưa học</translation>
    </message>
    <message>
        <source>Points beside the spine</source>
        <translation>Huyệt hai bên cột sống</translation>
    </message>
    <message>
        <source>Points on the midline</source>
        <translation>Huyệt trên đường giữa</translation>
    </message>
    <message>
        <source>Points on the back of the leg</source>
        <translation>Huyệt mặt sau chân</translation>
    </message>
    <message>
        <source>Points on the side of the leg</source>
        <translation>Huyệt mặt ngoài chân</translation>
    </message>
    <message>
        <source>Points on top of the shoulder</source>
        <translation>Huyệt trên vai</translation>
    </message>
    <message>
        <source>Other points</source>
        <translation>Các huyệt khác</translation>
    </message>
    <message>
        <source>lateral</source>
        <translation>ra ngoài</translation>
    </message>
    <message>
        <source>medial</source>
        <translation>vào trong</translation>
    </message>
    <message>
        <source>cranial (towards the head)</source>
        <translation>lên phía đầu</translation>
    </message>
    <message>
        <source>caudal (towards the feet)</source>
        <translation>xuống phía chân</translation>
    </message>
    <message>
        <source>proximal (towards the trunk)</source>
        <translation>về phía gốc chi</translation>
    </message>
    <message>
        <source>distal (towards the foot)</source>
        <translation>về phía ngọn chi</translation>
    </message>
    <message>
        <source>anterior</source>
        <translation>ra trước</translation>
    </message>
    <message>
        <source>posterior</source>
        <translation>ra sau</translation>
    </message>
    <message>
        <source>left</source>
        <translation>bên trái</translation>
    </message>
    <message>
        <source>right</source>
        <translation>bên phải</translation>
    </message>
    <message>
        <source>A habit is told from {least} answers on, where the average is more than twice its standard error.</source>
        <translation>Từ {least} câu trả lời trở lên mới nói là thói quen, và chỉ khi độ lệch trung bình lớn hơn hai lần sai số chuẩn của nó.</translation>
    </message>
    <message>
        <source>Nothing was answered in these 30 days.</source>
        <translation>Trong 30 ngày này chưa trả lời câu nào.</translation>
    </message>
    <message>
        <source>Nothing falls due in these 30 days.</source>
        <translation>Trong 30 ngày này không có câu nào đến hạn.</translation>
    </message>
    <message>
        <source>On the average {way}; scatter {scatter}.</source>
        <translation>Trung bình {way}; độ phân tán {scatter}.</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two directions</comment>
        <translation> và </translation>
    </message>
    <message>
        <source>The picture of the body is missing; the list says the same.</source>
        <translation>Thiếu hình cơ thể; danh sách bên cạnh cho biết cùng nội dung.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>right at the first try</source>
        <translation>đúng ngay lần đầu</translation>
    </message>
    <message>
        <source>not at the first try</source>
        <translation>không đúng ngay lần đầu</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Hỏi</translation>
    </message>
    <message>
        <source>Answered instead</source>
        <translation>Trả lời nhầm thành</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Tiến bộ</translation>
    </message>
    <message>
        <source>Nothing yet: answer a round of questions, and this page shows what you know, how near your places are, and what comes back when.</source>
        <translation>Chưa có gì. Hãy làm một lượt ôn tập; sau đó trang này cho thấy đã thuộc những gì, chỉ huyệt gần đúng đến đâu và bao giờ từng câu được hỏi lại.</translation>
    </message>
    <message>
        <source>To the quiz</source>
        <translation>Sang phần ôn tập</translation>
    </message>
    <message>
        <source>Drill these pairs</source>
        <translation>Luyện các cặp này</translation>
    </message>
    <message>
        <source>Whose places</source>
        <translation>Xem nhóm huyệt nào</translation>
    </message>
    <message>
        <source>{mastered} mastered, {learning} learning, {new} new</source>
        <translation>{mastered} đã thuộc, {learning} đang học, {new} chưa học</translation>
    </message>
    <message numerus="yes">
        <source>%n due today: practise</source>
        <translation>
            <numerusform>Ôn %n câu đến hạn hôm nay</numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Lưu hình…</translation>
    </message>
    <message>
        <source>Full: mastered, half full: learning, empty: new. The letters are those of the list.</source>
        <translation>Đặc: đã thuộc; nửa đặc: đang học; rỗng: chưa học. Các chữ cái ứng với danh sách.</translation>
    </message>
    <message>
        <source>What you know, on the body</source>
        <translation>Những gì đã thuộc, trên cơ thể</translation>
    </message>
    <message>
        <source>How near your places are</source>
        <translation>Chỉ huyệt gần đúng đến đâu</translation>
    </message>
    <message>
        <source>No place of a point has been shown yet.</source>
        <translation>Chưa chỉ vị trí huyệt nào.</translation>
    </message>
    <message>
        <source>Region by region</source>
        <translation>Theo từng vùng</translation>
    </message>
    <message>
        <source>What you take for what</source>
        <translation>Nhầm huyệt nào với huyệt nào</translation>
    </message>
    <message>
        <source>You have not taken one thing for another yet.</source>
        <translation>Chưa nhầm thứ này với thứ khác lần nào.</translation>
    </message>
    <message>
        <source>Questions answered in the last 30 days</source>
        <translation>Số câu đã trả lời trong 30 ngày qua</translation>
    </message>
    <message>
        <source>Falling due in the next 30 days</source>
        <translation>Số câu đến hạn trong 30 ngày tới</translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg)</source>
        <translation>Ảnh (*.png);;Hình vẽ (*.svg)</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
</context>
<context>
    <name>PromptBar</name>
    <message>
        <source>All right</source>
        <translation>Ổn</translation>
    </message>
    <message>
        <source>There is no lamp here</source>
        <translation>Ở đây không có đèn</translation>
    </message>
    <message>
        <source>There is a lamp again</source>
        <translation>Đã có đèn</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} giây</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} phút</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} phút {seconds} giây</translation>
    </message>
    <message>
        <source>{least}–{most} min</source>
        <translation>{least}–{most} phút</translation>
    </message>
    <message>
        <source>{least}–{most} s</source>
        <translation>{least}–{most} giây</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} đến {most}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} giờ</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} giờ {minutes} phút</translation>
    </message>
    <message>
        <source>about {length}</source>
        <translation>khoảng {length}</translation>
    </message>
    <message>
        <source>{whole}.{tenths}</source>
        <translation>{whole},{tenths}</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>Confirm</source>
        <translation>Xác nhận</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>How to find it</source>
        <translation>Cách tìm</translation>
    </message>
    <message>
        <source>Show me how to find it, step by step (H)</source>
        <translation>Chỉ tôi cách tìm, từng bước một (H)</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>Tôi không biết</translation>
    </message>
    <message>
        <source>End the round</source>
        <translation>Kết thúc lượt này</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Not answered. Until then: {choice}</source>
        <translation>Chưa trả lời. Trong lúc đó dạy theo: {choice}</translation>
    </message>
</context>
<context>
    <name>QuestionPane</name>
    <message>
        <source>Picture: each click counts one answer</source>
        <translation>Hình: mỗi lần bấm là một câu trả lời</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Đúng</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>Chưa đúng</translation>
    </message>
    <message numerus="yes">
        <source>Counted: %n answer(s)</source>
        <translation>
            <numerusform>Đã đếm: %n câu trả lời</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked before: {share}</source>
        <translation>Lần hỏi trước: {share}</translation>
    </message>
    <message>
        <source>Right is: {answer}</source>
        <translation>Đáp án đúng: {answer}</translation>
    </message>
    <message>
        <source>For you alone: {answer}</source>
        <translation>Chỉ thầy cô thấy: {answer}</translation>
    </message>
    <message>
        <source>Click wherever somebody points, once for each. With the keyboard: arrow keys (0.1 cun; with Shift 1 cun), then the space bar.</source>
        <translation>Bấm vào nơi mỗi người chỉ, mỗi người một lần. Bằng bàn phím: phím mũi tên (0,1 thốn; giữ Shift là 1 thốn), rồi phím cách.</translation>
    </message>
    <message>
        <source>Count who was right and who was not, with the keys 1 and 2.</source>
        <translation>Đếm người đúng và người chưa đúng bằng phím 1 và 2.</translation>
    </message>
    <message>
        <source>Each touch of a letter counts one hand; so do the keys from 1 on.</source>
        <translation>Mỗi lần chạm vào chữ cái là thêm một người; các phím số từ 1 cũng vậy.</translation>
    </message>
    <message>
        <source>This round cannot be kept on this computer.</source>
        <translation>Không lưu được lượt hỏi này trên máy.</translation>
    </message>
</context>
<context>
    <name>QuestionSheet</name>
    <message>
        <source>Question {number} of {length}</source>
        <translation>Câu {number} trên {length}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
    <message>
        <source>tries left: {count}</source>
        <translation>còn {count} lần thử</translation>
    </message>
    <message>
        <source>beside the body</source>
        <translation>ngoài cơ thể</translation>
    </message>
</context>
<context>
    <name>Quiz</name>
    <message>
        <source>Here is the answer</source>
        <translation>Đáp án đây</translation>
    </message>
    <message>
        <source>This is {name}.</source>
        <translation>Đây là {name}.</translation>
    </message>
    <message>
        <source>No help</source>
        <translation>Không gợi ý</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Các mốc</translation>
    </message>
    <message>
        <source>Landmarks and measuring lines</source>
        <translation>Các mốc và đường đo</translation>
    </message>
    <message>
        <source>Names of the neighbours</source>
        <translation>Tên các huyệt lân cận</translation>
    </message>
    <message>
        <source>Lesson: {title}</source>
        <translation>Bài: {title}</translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation>{title} ({count})</translation>
    </message>
    <message>
        <source>On the client&apos;s left side.</source>
        <translation>Ở bên trái người được xoa bóp.</translation>
    </message>
    <message>
        <source>On the client&apos;s right side.</source>
        <translation>Ở bên phải người được xoa bóp.</translation>
    </message>
    <message>
        <source>Turn the body first: drag it, or hold Ctrl and press the arrow keys.</source>
        <translation>Hãy xoay hình người trước: kéo chuột, hoặc giữ Ctrl rồi bấm phím mũi tên.</translation>
    </message>
    <message>
        <source>The body cannot be turned now: this question has a still picture.</source>
        <translation>Lúc này không xoay được hình người: câu này dùng hình tĩnh.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Đúng</translation>
    </message>
    <message>
        <source>Nearly</source>
        <translation>Gần đúng</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>Chưa đúng</translation>
    </message>
    <message>
        <source>Right is: {answer}</source>
        <translation>Đáp án đúng: {answer}</translation>
    </message>
    <message>
        <source>That is {name}.</source>
        <translation>Đó là {name}.</translation>
    </message>
    <message>
        <source>Once more: this is the last try.</source>
        <translation>Thử lại: đây là lần cuối.</translation>
    </message>
    <message>
        <source>Once more: {count} tries are left.</source>
        <translation>Thử lại: còn {count} lần.</translation>
    </message>
    <message>
        <source>too lateral</source>
        <translation>quá ra ngoài</translation>
    </message>
    <message>
        <source>too medial</source>
        <translation>quá vào trong</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>quá cao</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>quá thấp</translation>
    </message>
    <message>
        <source>too proximal</source>
        <translation>quá gần gốc chi</translation>
    </message>
    <message>
        <source>too distal</source>
        <translation>quá gần ngọn chi</translation>
    </message>
    <message>
        <source>too far forward</source>
        <translation>quá ra trước</translation>
    </message>
    <message>
        <source>too far back</source>
        <translation>quá ra sau</translation>
    </message>
    <message>
        <source>too far to the left</source>
        <translation>quá sang trái</translation>
    </message>
    <message>
        <source>too far to the right</source>
        <translation>quá sang phải</translation>
    </message>
    <message>
        <source>Your place was {where}.</source>
        <translation>Chỗ bạn chỉ {where}.</translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message>
        <source>Quiz</source>
        <translation>Ôn tập</translation>
    </message>
</context>
<context>
    <name>QuizSheet</name>
    <message>
        <source>Ask the class</source>
        <translation>Hỏi cả lớp</translation>
    </message>
</context>
<context>
    <name>RecordingDialog</name>
    <message>
        <source>The teacher&apos;s voice</source>
        <translation>Giọng của giáo viên</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Spoken in</source>
        <translation>Đọc bằng</translation>
    </message>
    <message>
        <source>Which lines are listed</source>
        <translation>Liệt kê những câu nào</translation>
    </message>
    <message>
        <source>Not recorded yet</source>
        <translation>Chưa thu</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Mọi câu</translation>
    </message>
    <message>
        <source>Space: record, stop · Enter: listen · Esc: discard</source>
        <translation>Phím cách: thu, dừng · Enter: nghe · Esc: bỏ lần thu</translation>
    </message>
    <message>
        <source>The take was thrown away.</source>
        <translation>Đã bỏ lần thu này.</translation>
    </message>
    <message>
        <source>{done} of {total} lines are recorded</source>
        <translation>Đã thu {done}/{total} câu</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>Đã thu.</translation>
    </message>
    <message>
        <source>The recording could not be saved: {reason}</source>
        <translation>Không lưu được bản thu: {reason}</translation>
    </message>
    <message>
        <source>The recording could not be removed: {reason}</source>
        <translation>Không xóa được bản thu: {reason}</translation>
    </message>
</context>
<context>
    <name>RecordingFile</name>
    <message>
        <source>Save to a file…</source>
        <translation>Lưu ra tệp…</translation>
    </message>
    <message>
        <source>Save this lesson&apos;s recordings to a file</source>
        <translation>Lưu bản thu của bài này ra tệp</translation>
    </message>
    <message>
        <source>Load from a file…</source>
        <translation>Nạp từ tệp…</translation>
    </message>
    <message>
        <source>Load recordings from a file</source>
        <translation>Nạp bản thu từ tệp</translation>
    </message>
    <message>
        <source>Nothing of this lesson is recorded yet: there is nothing to save.</source>
        <translation>Bài này chưa thu câu nào: chưa có gì để lưu.</translation>
    </message>
    <message>
        <source>Save recordings</source>
        <translation>Lưu bản thu</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}</source>
        <translation>Không ghi được tệp: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Saved, with %n recording(s) in both languages: {path}</source>
        <translation>
            <numerusform>Đã lưu, gồm %n bản thu ở cả hai thứ tiếng: {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of this file have a recording of your own already. Which is kept?</source>
        <translation>
            <numerusform>Trong tệp có %n câu mà thầy cô đã tự thu ở đây. Giữ bản nào?</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep my own</source>
        <translation>Giữ bản thu ở đây</translation>
    </message>
    <message>
        <source>Take those of the file</source>
        <translation>Lấy bản trong tệp</translation>
    </message>
    <message numerus="yes">
        <source>Loaded, with %n recording(s): {path}</source>
        <translation>
            <numerusform>Đã nạp, gồm %n bản thu: {path}</numerusform>
        </translation>
    </message>
    <message>
        <source>The recordings could not be loaded: {reason}</source>
        <translation>Không nạp được bản thu: {reason}</translation>
    </message>
    <message>
        <source>This is no file of recordings, or it is damaged: {path}</source>
        <translation>Tệp này không phải tệp bản thu, hoặc đã hỏng: {path}</translation>
    </message>
    <message>
        <source>Load recordings</source>
        <translation>Nạp bản thu</translation>
    </message>
    <message>
        <source>Recordings (*.zip)</source>
        <translation>Bản thu (*.zip)</translation>
    </message>
</context>
<context>
    <name>RemarksTab</name>
    <message>
        <source>A remark</source>
        <translation>Nhận xét</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Nhận xét</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>{time}  {remark}</source>
        <translation>{time}  {remark}</translation>
    </message>
    <message>
        <source>Nothing was noted yet.</source>
        <translation>Chưa có nhận xét nào.</translation>
    </message>
    <message>
        <source>Needed one hint</source>
        <translation>Phải nhắc một lần</translation>
    </message>
    <message>
        <source>Hesitated</source>
        <translation>Lúng túng</translation>
    </message>
    <message>
        <source>Too much force</source>
        <translation>Lực quá mạnh</translation>
    </message>
    <message>
        <source>Too quick</source>
        <translation>Làm quá nhanh</translation>
    </message>
    <message>
        <source>Did not ask the client</source>
        <translation>Không hỏi người nằm</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Có lỗi xảy ra</translation>
    </message>
    <message>
        <source>The program made a mistake. A running lesson was paused; nothing is lost. Please copy this report and send it to whoever looks after the program.</source>
        <translation>Chương trình gặp lỗi. Bài đang chạy đã được tạm dừng; không mất gì cả. Xin chép báo cáo này và gửi cho người phụ trách chương trình.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Chép báo cáo</translation>
    </message>
</context>
<context>
    <name>ResultFace</name>
    <message>
        <source>How it went</source>
        <translation>Kết quả cả lớp</translation>
    </message>
    <message>
        <source>Nobody was counted.</source>
        <translation>Chưa đếm câu trả lời nào.</translation>
    </message>
    <message>
        <source>The hardest of {count} questions:</source>
        <translation>Những câu khó nhất trong {count} câu:</translation>
    </message>
</context>
<context>
    <name>RoomBar</name>
    <message>
        <source>How it went</source>
        <translation>Kết quả cả lớp</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Câu tiếp theo</translation>
    </message>
    <message>
        <source>Tell the answer</source>
        <translation>Công bố đáp án</translation>
    </message>
    <message>
        <source>Enter or Page Down</source>
        <translation>Enter hoặc Page Down</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Hỏi lại</translation>
    </message>
    <message>
        <source>R; the first answers are kept</source>
        <translation>Phím R; câu trả lời lần đầu vẫn được giữ</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Bỏ lần đếm cuối</translation>
    </message>
    <message>
        <source>Correct the count</source>
        <translation>Sửa số đếm</translation>
    </message>
    <message>
        <source>Back to the question, with every vote that was counted (Backspace)</source>
        <translation>Về lại câu hỏi, giữ nguyên mọi lượt đã đếm (Backspace)</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Answer for me alone</source>
        <translation>Đáp án cho riêng tôi</translation>
    </message>
    <message>
        <source>The class does not see it (Y)</source>
        <translation>Lớp không thấy (phím Y)</translation>
    </message>
    <message>
        <source>Pass over</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>The next question without the answer to this one (G)</source>
        <translation>Sang câu tiếp theo, không công bố đáp án câu này (phím G)</translation>
    </message>
    <message>
        <source>End the round</source>
        <translation>Kết thúc lượt hỏi</translation>
    </message>
</context>
<context>
    <name>RosterFiles</name>
    <message>
        <source>Marks of the class</source>
        <translation>Bảng điểm của lớp</translation>
    </message>
    <message>
        <source>Exam “{title}”: the whole class</source>
        <translation>Kỳ thi “{title}”: cả lớp</translation>
    </message>
    <message>
        <source>Exam “{title}”: {name}</source>
        <translation>Kỳ thi “{title}”: {name}</translation>
    </message>
    <message>
        <source>{name} - marks</source>
        <translation>{name} - bảng điểm</translation>
    </message>
    <message>
        <source>Student number</source>
        <translation>Mã số học viên</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Lưu thành bảng</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
</context>
<context>
    <name>RosterRows</name>
    <message>
        <source>Number</source>
        <translation>Mã số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>{name} (withdrawn)</source>
        <translation>{name} (đã rút)</translation>
    </message>
</context>
<context>
    <name>RosterSheet</name>
    <message>
        <source>Class lists</source>
        <translation>Danh sách lớp</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Lớp học</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Lớp mới…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Xóa lớp…</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Nhập danh sách…</translation>
    </message>
    <message>
        <source>Add students…</source>
        <translation>Thêm học viên…</translation>
    </message>
    <message>
        <source>Save (CSV)…</source>
        <translation>Lưu (CSV)…</translation>
    </message>
    <message>
        <source>Make a class…</source>
        <translation>Lập lớp mới…</translation>
    </message>
    <message>
        <source>Number and name…</source>
        <translation>Mã số, họ tên…</translation>
    </message>
    <message>
        <source>Delete the student…</source>
        <translation>Xóa học viên…</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Lớp mới</translation>
    </message>
    <message>
        <source>Rename the class</source>
        <translation>Đổi tên lớp</translation>
    </message>
    <message>
        <source>Delete the class</source>
        <translation>Xóa lớp</translation>
    </message>
    <message>
        <source>By given name</source>
        <translation>Xếp theo tên</translation>
    </message>
    <message>
        <source>By family name</source>
        <translation>Xếp theo họ</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Xếp theo mã số</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Cách xếp danh sách</translation>
    </message>
    <message>
        <source>Marks out of 10</source>
        <translation>Thang điểm 10</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Phần trăm</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Names and marks stay on this computer. Nothing about health is kept here.</source>
        <translation>Họ tên và điểm chỉ nằm trên máy này. Ở đây không lưu điều gì về sức khỏe.</translation>
    </message>
    <message>
        <source>No class yet. Give one a name, then import its list or type it; rounds of questions and exams are kept with it.</source>
        <translation>Chưa có lớp nào. Hãy đặt tên lớp rồi nhập danh sách từ tệp hoặc gõ vào; các lượt hỏi và kỳ thi được lưu theo lớp.</translation>
    </message>
    <message>
        <source>Nobody is in this class yet. Import a list (CSV with number and name), or add students by typing or pasting.</source>
        <translation>Lớp này chưa có ai. Hãy nhập danh sách (tệp CSV có mã số và họ tên), hoặc thêm học viên bằng cách gõ hay dán.</translation>
    </message>
    <message>
        <source>Take back into the class</source>
        <translation>Nhận lại vào lớp</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Ghi là đã rút</translation>
    </message>
    <message>
        <source>Import a class list</source>
        <translation>Nhập danh sách lớp</translation>
    </message>
    <message>
        <source>That could not be kept: the disk is full or is not there.</source>
        <translation>Chưa lưu được: đĩa đầy hoặc không có.</translation>
    </message>
</context>
<context>
    <name>RosterTable</name>
    <message>
        <source>Students of the class</source>
        <translation>Học viên của lớp</translation>
    </message>
    <message>
        <source>Arrow keys choose a student, Enter renames, Delete deletes.</source>
        <translation>Phím mũi tên chọn học viên, Enter sửa tên, Delete xóa.</translation>
    </message>
</context>
<context>
    <name>RosterWords</name>
    <message>
        <source>Line {line}, column {column}: {what}</source>
        <translation>Dòng {line}, cột {column}: {what}</translation>
    </message>
    <message>
        <source>there are no students in it</source>
        <translation>không có học viên nào</translation>
    </message>
    <message>
        <source>this is a workbook, not a table of text (save it as “CSV UTF-8” in the spreadsheet, or copy the cells and paste them under “Add students”)</source>
        <translation>đây là tệp bảng tính, không phải bảng dạng chữ (hãy lưu thành “CSV UTF-8” trong chương trình bảng tính, hoặc chép các ô rồi dán vào mục “Thêm học viên”)</translation>
    </message>
    <message>
        <source>letters in an old encoding such as Windows-1258 (save it as “CSV UTF-8”)</source>
        <translation>chữ ghi theo bảng mã cũ như Windows-1258 (hãy lưu lại thành “CSV UTF-8”)</translation>
    </message>
    <message>
        <source>UTF-16 that does not say so (save it as “CSV UTF-8”)</source>
        <translation>tệp UTF-16 nhưng không có dấu nhận biết (hãy lưu lại thành “CSV UTF-8”)</translation>
    </message>
    <message>
        <source>a quote that is never closed (write &quot;&quot; for a quote in a name)</source>
        <translation>dấu nháy kép mở mà không đóng (nháy kép trong tên thì viết &quot;&quot;)</translation>
    </message>
    <message>
        <source>which column is the name? (put a row above that names the columns, such as: number, name)</source>
        <translation>cột nào là họ tên? (hãy thêm một dòng tên cột ở trên cùng, ví dụ: mã số, họ tên)</translation>
    </message>
    <message>
        <source>more cells than columns (put &quot;…&quot; around a name with a comma)</source>
        <translation>nhiều ô hơn số cột (tên có dấu phẩy thì đặt trong &quot;…&quot;)</translation>
    </message>
    <message>
        <source>number {detail} has no name</source>
        <translation>mã số {detail} không có họ tên</translation>
    </message>
    <message>
        <source>too long to be a name or a number: {detail}…</source>
        <translation>dài quá, không thể là họ tên hay mã số: {detail}…</translation>
    </message>
    <message>
        <source>number {detail} is in line {line} already</source>
        <translation>mã số {detail} đã có ở dòng {line}</translation>
    </message>
    <message>
        <source>{detail} is in line {line} already (two students of one name need numbers)</source>
        <translation>{detail} đã có ở dòng {line} (hai người trùng tên thì cần có mã số)</translation>
    </message>
    <message>
        <source>more than {most} students (split the list)</source>
        <translation>hơn {most} học viên (hãy tách danh sách)</translation>
    </message>
    <message>
        <source>Not everything could be deleted: the disk is full or another program holds the file. Please try again.</source>
        <translation>Chưa xóa được hết: đĩa đầy hoặc một chương trình khác đang giữ tệp. Hãy thử lại.</translation>
    </message>
    <message>
        <source>Deleted, also from the copies kept for safety.</source>
        <translation>Đã xóa, kể cả trong các bản sao dự phòng.</translation>
    </message>
    <message>
        <source>Another window of this program is open: the last bytes are overwritten when it is closed.</source>
        <translation>Chương trình còn mở ở một cửa sổ khác: những gì còn sót sẽ bị ghi đè khi cửa sổ đó đóng.</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>đang thi</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>bỏ dở</translation>
    </message>
    <message>
        <source>safety gate</source>
        <translation>dừng vì không an toàn</translation>
    </message>
</context>
<context>
    <name>RubricTab</name>
    <message>
        <source>Good</source>
        <translation>Tốt</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Tạm được</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Kém</translation>
    </message>
    <message>
        <source>{area} · {weight} %</source>
        <translation>{area} · {weight}%</translation>
    </message>
    <message>
        <source>The rest: good</source>
        <translation>Còn lại: tốt</translation>
    </message>
    <message>
        <source>{line}: follows from the tasks</source>
        <translation>{line}: tính theo các nhiệm vụ</translation>
    </message>
    <message>
        <source>{line}: {found} found, {near} near, {wrong} wrong</source>
        <translation>{line}: {found} đúng, {near} gần đúng, {wrong} sai</translation>
    </message>
</context>
<context>
    <name>ScaledDialog</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>ScreenBar</name>
    <message>
        <source>Screen of the class</source>
        <translation>Màn hình cho lớp</translation>
    </message>
    <message>
        <source>Take away from the class</source>
        <translation>Thôi chiếu cho lớp</translation>
    </message>
    <message>
        <source>Show to class</source>
        <translation>Chiếu cho lớp</translation>
    </message>
    <message>
        <source>Show over this window</source>
        <translation>Chiếu đè lên cửa sổ này</translation>
    </message>
    <message>
        <source>Swap the screens</source>
        <translation>Đổi hai màn hình</translation>
    </message>
    <message>
        <source>Clear the screen</source>
        <translation>Dọn màn chiếu</translation>
    </message>
    <message>
        <source>Take down what the class sees; a waiting page stands there then</source>
        <translation>Cất những gì lớp đang xem; lớp sẽ thấy trang chờ</translation>
    </message>
    <message>
        <source>Screen {number} ({width} × {height})</source>
        <translation>Màn hình {number} ({width} × {height})</translation>
    </message>
    <message>
        <source>The screen of the class has gone. The lesson goes on; when the screen is back, so is the picture.</source>
        <translation>Màn hình cho lớp đã bị rút ra. Bài học vẫn tiếp tục; cắm lại thì hình hiện lại.</translation>
    </message>
    <message>
        <source>Windows cannot be placed here: drag “What the class sees” to the projector and press F11 there.</source>
        <translation>Ở máy này chương trình không tự đặt cửa sổ được: hãy kéo cửa sổ “Hình cho lớp xem” sang máy chiếu rồi bấm F11 ở đó.</translation>
    </message>
    <message>
        <source>The picture of the class lies under this window.</source>
        <translation>Hình cho lớp xem đang nằm dưới cửa sổ này.</translation>
    </message>
    <message>
        <source>With one screen the picture covers this window. Back: Esc, {key}, or move the mouse or tap and press the button.</source>
        <translation>Chỉ có một màn hình nên hình sẽ che cửa sổ này. Muốn quay lại: bấm Esc hoặc {key}, hoặc di chuột hay chạm vào màn hình rồi bấm nút.</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>The class sees a black screen.</source>
        <translation>Lớp đang thấy màn chiếu đen.</translation>
    </message>
    <message>
        <source>The class sees a white screen.</source>
        <translation>Lớp đang thấy màn chiếu trắng.</translation>
    </message>
    <message>
        <source>Frozen. The class still sees: {what}.</source>
        <translation>Đang giữ hình. Lớp vẫn thấy: {what}.</translation>
    </message>
    <message>
        <source>The class sees: {what}.</source>
        <translation>Lớp đang thấy: {what}.</translation>
    </message>
    <message>
        <source>question {number} without its answer</source>
        <translation>câu {number}, chưa có đáp án</translation>
    </message>
    <message>
        <source>question {number} with its answer</source>
        <translation>câu {number} cùng đáp án</translation>
    </message>
    <message>
        <source>how the round went</source>
        <translation>kết quả lượt hỏi</translation>
    </message>
    <message>
        <source>the lesson</source>
        <translation>bài học</translation>
    </message>
    <message>
        <source>a task of the exam</source>
        <translation>nhiệm vụ thi</translation>
    </message>
    <message>
        <source>the waiting page</source>
        <translation>trang chờ</translation>
    </message>
</context>
<context>
    <name>SeenBadge</name>
    <message>
        <source>Its cues are silent meanwhile.</source>
        <translation>Tín hiệu âm thanh tạm tắt.</translation>
    </message>
    <message>
        <source>The class sees black</source>
        <translation>Lớp đang thấy màn chiếu đen</translation>
    </message>
    <message>
        <source>The class sees white</source>
        <translation>Lớp đang thấy màn chiếu trắng</translation>
    </message>
    <message>
        <source>Shown to the class</source>
        <translation>Đang chiếu cho lớp</translation>
    </message>
    <message>
        <source>Frozen: only you see this</source>
        <translation>Đang giữ hình: chỉ thầy cô thấy phần này</translation>
    </message>
    <message>
        <source>Frozen: the class&apos;s picture stands</source>
        <translation>Đang giữ hình của lớp</translation>
    </message>
    <message>
        <source>Not shown to the class yet</source>
        <translation>Chưa chiếu cho lớp</translation>
    </message>
    <message>
        <source>The class sees this</source>
        <translation>Lớp đang thấy hình này</translation>
    </message>
</context>
<context>
    <name>SeenLine</name>
    <message>
        <source>Show the quiz</source>
        <translation>Chiếu lại câu hỏi</translation>
    </message>
    <message>
        <source>No screen shows this to the class yet.</source>
        <translation>Chưa có màn hình nào chiếu cho lớp.</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The same settings on every computer of the room</source>
        <translation>Cùng một thiết lập cho mọi máy trong phòng</translation>
    </message>
    <message>
        <source>Save them to a file, carry it to the other computers and load it there.</source>
        <translation>Lưu ra tệp, mang sang các máy khác rồi nạp vào đó.</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Lưu ra tệp…</translation>
    </message>
    <message>
        <source>Load from a file…</source>
        <translation>Nạp từ tệp…</translation>
    </message>
    <message>
        <source>On this computer every change is saved at once in: {path}</source>
        <translation>Trên máy này, mỗi thay đổi được lưu ngay vào: {path}</translation>
    </message>
    <message>
        <source>Save teacher settings</source>
        <translation>Lưu thiết lập của giáo viên</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}</source>
        <translation>Không ghi được tệp: {reason}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
    <message>
        <source>Load teacher settings</source>
        <translation>Nạp thiết lập của giáo viên</translation>
    </message>
    <message>
        <source>The file could not be read: {reason}</source>
        <translation>Không đọc được tệp: {reason}</translation>
    </message>
    <message>
        <source>Loaded: {path}</source>
        <translation>Đã nạp: {path}</translation>
    </message>
    <message>
        <source>Teacher settings (*.json)</source>
        <translation>Thiết lập của giáo viên (*.json)</translation>
    </message>
</context>
<context>
    <name>SetupPane</name>
    <message>
        <source>Ask the class</source>
        <translation>Hỏi cả lớp</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Lớp</translation>
    </message>
    <message>
        <source>What it asks about</source>
        <translation>Hỏi về</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Số câu hỏi</translation>
    </message>
    <message>
        <source>Number of the round: the same number asks the same</source>
        <translation>Số của lượt hỏi: cùng số thì cùng câu hỏi</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>Số khác</translation>
    </message>
    <message>
        <source>Kinds of questions</source>
        <translation>Loại câu hỏi</translation>
    </message>
    <message>
        <source>Show the first question</source>
        <translation>Chiếu câu đầu tiên</translation>
    </message>
    <message>
        <source>No class list</source>
        <translation>Không theo danh sách lớp</translation>
    </message>
    <message>
        <source>Choose at least one kind of question.</source>
        <translation>Hãy chọn ít nhất một loại câu hỏi.</translation>
    </message>
    <message>
        <source>There is no such question in this deck. Choose other kinds.</source>
        <translation>Phần này không có câu hỏi loại đó. Hãy chọn loại khác.</translation>
    </message>
    <message>
        <source>{day} · {deck} · number {seed} · {share}</source>
        <translation>{day} · {deck} · số {seed} · {share}</translation>
    </message>
    <message>
        <source>Asked before:</source>
        <translation>Đã hỏi trước đây:</translation>
    </message>
</context>
<context>
    <name>SetupPart</name>
    <message>
        <source>Set your own weights</source>
        <translation>Đặt trọng số riêng</translation>
    </message>
    <message>
        <source>Practical exam</source>
        <translation>Thi thực hành</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Lớp</translation>
    </message>
    <message>
        <source>Name of the exam</source>
        <translation>Tên kỳ thi</translation>
    </message>
    <message>
        <source>Drawn from</source>
        <translation>Ra đề từ</translation>
    </message>
    <message>
        <source>Points for each</source>
        <translation>Số huyệt mỗi người</translation>
    </message>
    <message>
        <source>Techniques for each</source>
        <translation>Số động tác mỗi người</translation>
    </message>
    <message>
        <source>Minutes for each</source>
        <translation>Số phút mỗi người</translation>
    </message>
    <message>
        <source>Number of the draw</source>
        <translation>Số bốc đề</translation>
    </message>
    <message>
        <source>less</source>
        <translation>bớt</translation>
    </message>
    <message>
        <source>more</source>
        <translation>thêm</translation>
    </message>
    <message>
        <source>such as: end of term</source>
        <translation>ví dụ: cuối kỳ</translation>
    </message>
    <message>
        <source>Exams of this class</source>
        <translation>Các kỳ thi của lớp này</translation>
    </message>
    <message>
        <source>A new exam</source>
        <translation>Kỳ thi mới</translation>
    </message>
    <message>
        <source>Draw the papers</source>
        <translation>Bốc đề</translation>
    </message>
    <message>
        <source>Class lists</source>
        <translation>Danh sách lớp</translation>
    </message>
    <message>
        <source>There is no class yet. Make its list first.</source>
        <translation>Chưa có lớp nào. Hãy lập danh sách lớp trước.</translation>
    </message>
    <message>
        <source>Nobody is in the list of this class.</source>
        <translation>Danh sách lớp này chưa có ai.</translation>
    </message>
    <message>
        <source>The file of your weights has a mistake; nothing is drawn with it:</source>
        <translation>Tệp trọng số riêng có lỗi nên chưa bốc đề được:</translation>
    </message>
    <message>
        <source>{title} · {day} · {count} papers</source>
        <translation>{title} · {day} · {count} đề</translation>
    </message>
    <message>
        <source>Lesson: {title}</source>
        <translation>Bài: {title}</translation>
    </message>
    <message>
        <source>Edit the file {path}; it is read again when this page is opened.</source>
        <translation>Hãy sửa tệp {path}; mở lại trang này là máy đọc lại.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written.</source>
        <translation>Không ghi được tệp {path}.</translation>
    </message>
    <message>
        <source>The exam cannot be saved, so it does not begin.</source>
        <translation>Không lưu được kỳ thi nên chưa bắt đầu.</translation>
    </message>
</context>
<context>
    <name>SetupSheet</name>
    <message>
        <source>A round of the quiz</source>
        <translation>Một lượt ôn tập</translation>
    </message>
    <message>
        <source>What it asks about</source>
        <translation>Hỏi về</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Số câu hỏi</translation>
    </message>
    <message>
        <source>Help in the picture</source>
        <translation>Gợi ý trên hình</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Số lần thử</translation>
    </message>
    <message>
        <source>Kinds of questions</source>
        <translation>Loại câu hỏi</translation>
    </message>
    <message>
        <source>The first click is the answer</source>
        <translation>Bấm lần đầu là trả lời luôn</translation>
    </message>
    <message>
        <source>Show the time (it never counts)</source>
        <translation>Hiện thời gian (không tính điểm)</translation>
    </message>
    <message>
        <source>Say everything aloud</source>
        <translation>Đọc thành tiếng tất cả</translation>
    </message>
    <message>
        <source>Ask in words, without pictures</source>
        <translation>Hỏi bằng lời, không dùng hình</translation>
    </message>
    <message>
        <source>Turn the body to the place first</source>
        <translation>Phải tự xoay hình người tới chỗ cần chỉ</translation>
    </message>
    <message>
        <source>Turning the body needs moving pictures, which are off here: this round asks with still pictures.</source>
        <translation>Muốn xoay hình người thì phải có hình chuyển động, mà ở đây đang tắt: lượt này hỏi bằng hình tĩnh.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Import questions…</source>
        <translation>Nhập câu hỏi…</translation>
    </message>
    <message>
        <source>Three: 3, 2 or 1 points</source>
        <translation>Ba lần: 3, 2 hoặc 1 điểm</translation>
    </message>
    <message>
        <source>One shot</source>
        <translation>Chỉ một lần</translation>
    </message>
    <message>
        <source>Choose at least one kind of question.</source>
        <translation>Hãy chọn ít nhất một loại câu hỏi.</translation>
    </message>
    <message>
        <source>There is no such question in this deck. Choose other kinds.</source>
        <translation>Bộ này không có loại câu hỏi ấy. Hãy chọn loại khác.</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>Class</source>
        <translation>Lớp học</translation>
    </message>
    <message>
        <source>Back to what there is for a class</source>
        <translation>Về các mục của lớp học</translation>
    </message>
</context>
<context>
    <name>SoundSheet</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Giảm</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Tăng</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Êm</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>Tiếng gỗ</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Try the signals</source>
        <translation>Nghe thử tín hiệu</translation>
    </message>
    <message>
        <source>Try the voice</source>
        <translation>Nghe thử giọng nói</translation>
    </message>
    <message>
        <source>Where no signal can be heard, the whole window flashes in its place. With reduced motion a frame stands still instead.</source>
        <translation>Khi không nghe được tín hiệu, cả cửa sổ sẽ nháy sáng thay cho tiếng. Nếu đã chọn giảm chuyển động, một khung sáng đứng yên hiện ra thay cho nháy.</translation>
    </message>
    <message>
        <source>Sound is ready.</source>
        <translation>Âm thanh đã sẵn sàng.</translation>
    </message>
    <message>
        <source>Sound is off.</source>
        <translation>Âm thanh đang tắt.</translation>
    </message>
    <message>
        <source>The sound library miniaudio is not installed.</source>
        <translation>Chưa cài thư viện âm thanh miniaudio.</translation>
    </message>
    <message>
        <source>There is no loudspeaker or headphones; they are used as soon as they are plugged in.</source>
        <translation>Không thấy loa hay tai nghe; cắm vào là dùng được ngay.</translation>
    </message>
    <message>
        <source>The sound of this computer does not answer.</source>
        <translation>Hệ thống âm thanh của máy không phản hồi.</translation>
    </message>
    <message>
        <source>This is how the instructions sound.</source>
        <translation>Lời hướng dẫn nghe như thế này.</translation>
    </message>
</context>
<context>
    <name>SourceDetails</name>
    <message>
        <source>Review</source>
        <translation>Kiểm duyệt</translation>
    </message>
    <message>
        <source>No clinician has reviewed this content yet.</source>
        <translation>Chưa có bác sĩ hay chuyên gia y tế nào duyệt nội dung này.</translation>
    </message>
    <message>
        <source>The article says</source>
        <translation>Bài viết ghi</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>Taught here</source>
        <translation>Ở đây dạy</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>Trong bài viết</translation>
    </message>
</context>
<context>
    <name>SourceSheet</name>
    <message>
        <source>Source of this step</source>
        <translation>Nguồn của bước này</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
</context>
<context>
    <name>StepDetails</name>
    <message>
        <source>Stop at once</source>
        <translation>Dừng ngay</translation>
    </message>
    <message>
        <source>Do not press: {zone}</source>
        <translation>Không ấn: {zone}</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>For this person</source>
        <translation>Với người này</translation>
    </message>
    <message>
        <source>Allowed, and watched</source>
        <translation>Được phép, có theo dõi</translation>
    </message>
    <message>
        <source>{range}, here {chosen}</source>
        <translation>{range}, ở đây {chosen}</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Huyệt</translation>
    </message>
    <message>
        <source>Find the point</source>
        <translation>Tìm huyệt</translation>
    </message>
    <message>
        <source>Also taught</source>
        <translation>Cách tìm khác</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Bàn tay</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Hướng</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Lực</translation>
    </message>
    <message>
        <source>Your stance</source>
        <translation>Tư thế của bạn</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Theo dõi</translation>
    </message>
    <message>
        <source>Your teacher</source>
        <translation>Giáo viên của bạn</translation>
    </message>
    <message>
        <source>Ask your instructor</source>
        <translation>Hỏi giáo viên</translation>
    </message>
    <message>
        <source>Until then: {choice}</source>
        <translation>Trong lúc đó: {choice}</translation>
    </message>
    <message>
        <source>“{part}” is optional. Do it now, or skip it?</source>
        <translation>“{part}” là phần làm thêm. Làm bây giờ hay bỏ qua?</translation>
    </message>
    <message>
        <source>The next part is optional. Do it now, or skip it?</source>
        <translation>Phần sau là phần làm thêm. Làm bây giờ hay bỏ qua?</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>done</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>bước hiện tại</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>sắp tới</translation>
    </message>
    <message>
        <source>Optional part</source>
        <translation>Phần làm thêm</translation>
    </message>
    <message>
        <source>optional: you choose</source>
        <translation>làm thêm: bạn quyết định</translation>
    </message>
    <message>
        <source>round {number} of {total}</source>
        <translation>đợt {number}/{total}</translation>
    </message>
    <message>
        <source>Steps of the lesson</source>
        <translation>Các bước của bài</translation>
    </message>
</context>
<context>
    <name>StillPicture</name>
    <message>
        <source>The picture of this question is missing.</source>
        <translation>Thiếu hình của câu hỏi này.</translation>
    </message>
    <message>
        <source>Picture of the body</source>
        <translation>Hình cơ thể</translation>
    </message>
    <message>
        <source>Zoom in; also with the wheel</source>
        <translation>Phóng to; cũng bằng con lăn chuột</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>Toàn bộ hình</translation>
    </message>
    <message>
        <source>Magnifier at the crosshair</source>
        <translation>Kính lúp tại tâm ngắm</translation>
    </message>
</context>
<context>
    <name>StudentDialog</name>
    <message>
        <source>Number and name</source>
        <translation>Mã số và họ tên</translation>
    </message>
    <message>
        <source>Student number</source>
        <translation>Mã số học viên</translation>
    </message>
    <message>
        <source>Name, the given name last</source>
        <translation>Họ và tên, tên viết sau cùng</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Please type a name.</source>
        <translation>Hãy nhập tên.</translation>
    </message>
    <message>
        <source>Another student has this number.</source>
        <translation>Mã số này là của học viên khác.</translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message>
        <source>Import a class list</source>
        <translation>Nhập danh sách lớp</translation>
    </message>
    <message>
        <source>{file}, for the class {name}</source>
        <translation>{file}, nhập vào lớp {name}</translation>
    </message>
</context>
<context>
    <name>TaskFace</name>
    <message>
        <source>Task {number} of {count}</source>
        <translation>Nhiệm vụ {number}/{count}</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>Hết giờ</translation>
    </message>
    <message>
        <source>The clock is stopped</source>
        <translation>Đồng hồ đang dừng</translation>
    </message>
</context>
<context>
    <name>TaskTab</name>
    <message>
        <source>Task {number} of {count}</source>
        <translation>Nhiệm vụ {number}/{count}</translation>
    </message>
    <message>
        <source>As it is taught</source>
        <translation>Cách làm đã học</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>Nhiệm vụ tiếp</translation>
    </message>
    <message>
        <source>How it was done is marked on the marking sheet.</source>
        <translation>Cách làm thì chấm ở phần Phiếu chấm.</translation>
    </message>
    <message>
        <source>Click where the candidate points, or mark by eye.</source>
        <translation>Bấm vào chỗ thí sinh chỉ, hoặc nhìn rồi chấm.</translation>
    </message>
    <message>
        <source>No picture shows this point: mark by eye.</source>
        <translation>Không hình nào có huyệt này: nhìn rồi chấm.</translation>
    </message>
    <message>
        <source>Dose as taught: {dose}</source>
        <translation>Liều đã học: {dose}</translation>
    </message>
</context>
<context>
    <name>TeacherDialog</name>
    <message>
        <source>Teacher settings</source>
        <translation>Thiết lập của giáo viên</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Câu hỏi để ngỏ</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Các con số</translation>
    </message>
    <message>
        <source>Class and file</source>
        <translation>Lớp học và tệp</translation>
    </message>
</context>
<context>
    <name>TeacherNumbers</name>
    <message>
        <source>Less than the source asks for is marked “shortened for practice” in the lesson, every other change as set by you. A range may be chosen freely inside its bounds.</source>
        <translation>Thấp hơn mức bài viết yêu cầu thì trong bài ghi “rút gọn để tập”; thay đổi khác ghi là giáo viên đặt. Nếu bài viết cho một khoảng, có thể chọn tự do trong khoảng đó.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>The whole lesson</source>
        <translation>Cả bài</translation>
    </message>
</context>
<context>
    <name>TeacherQuestions</name>
    <message>
        <source>The source article leaves these points open. Your answer changes the lessons; until you give one, students are told to ask you.</source>
        <translation>Bài viết để ngỏ những điểm này. Câu trả lời của thầy cô làm thay đổi bài học; khi chưa có, học viên được nhắc hỏi giáo viên.</translation>
    </message>
</context>
<context>
    <name>TimesPanel</name>
    <message>
        <source>Now</source>
        <translation>Bây giờ</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phần này</translation>
    </message>
    <message>
        <source>Whole hour</source>
        <translation>Cả buổi</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>What you have practised, and for how long (Ctrl+P)</source>
        <translation>Đã tập gì, bao lâu (Ctrl+P)</translation>
    </message>
    <message>
        <source>Open questions, numbers and class dose (Ctrl+T)</source>
        <translation>Câu hỏi để ngỏ, các con số, rút gọn cho lớp (Ctrl+T)</translation>
    </message>
    <message>
        <source>Light or dark, sound, keys (Ctrl+,)</source>
        <translation>Sáng hay tối, âm thanh, phím tắt (Ctrl+,)</translation>
    </message>
    <message>
        <source>What this program is made of, and its licences (F1)</source>
        <translation>Chương trình gồm những gì, theo giấy phép nào (F1)</translation>
    </message>
    <message>
        <source>Practice log</source>
        <translation>Nhật ký luyện tập</translation>
    </message>
    <message>
        <source>Teacher settings</source>
        <translation>Thiết lập của giáo viên</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>Language of the program and the lessons (Ctrl+L)</source>
        <translation>Ngôn ngữ của chương trình và các bài (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>End the lesson here</source>
        <translation>Kết thúc bài tại đây</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lùi lại</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp theo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>+15 s</source>
        <translation>+15 giây</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Hoàn tác việc vừa làm</translation>
    </message>
    <message>
        <source>This step again</source>
        <translation>Làm lại bước này</translation>
    </message>
    <message>
        <source>15 seconds more</source>
        <translation>Thêm 15 giây</translation>
    </message>
    <message>
        <source>Stop, it hurts</source>
        <translation>Dừng, đau!</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Làm lại từ đầu</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>All checked</source>
        <translation>Đã kiểm tra đủ</translation>
    </message>
    <message>
        <source>Understood, done</source>
        <translation>Đã rõ, xong</translation>
    </message>
    <message>
        <source>Do this part</source>
        <translation>Làm phần này</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>The books do not agree on this place: ask your instructor.</source>
        <translation>Các sách chưa thống nhất về vị trí này: hãy hỏi giáo viên.</translation>
    </message>
    <message>
        <source>half a cun</source>
        <translation>nửa thốn</translation>
    </message>
    <message>
        <source>{whole} cun</source>
        <translation>{whole} thốn</translation>
    </message>
    <message>
        <source>{whole}.{tenths} cun</source>
        <translation>{whole},{tenths} thốn</translation>
    </message>
    <message>
        <source>{cun} too lateral</source>
        <translation>lệch ra ngoài {cun}</translation>
    </message>
    <message>
        <source>{cun} too medial</source>
        <translation>lệch vào trong {cun}</translation>
    </message>
    <message>
        <source>{cun} too high (cranial)</source>
        <translation>lệch lên phía đầu {cun}</translation>
    </message>
    <message>
        <source>{cun} too low (caudal)</source>
        <translation>lệch xuống phía chân {cun}</translation>
    </message>
    <message>
        <source>{cun} too proximal</source>
        <translation>lệch về phía gốc chi {cun}</translation>
    </message>
    <message>
        <source>{cun} too distal</source>
        <translation>lệch về phía ngọn chi {cun}</translation>
    </message>
    <message>
        <source>{cun} too far forward (anterior)</source>
        <translation>lệch ra trước {cun}</translation>
    </message>
    <message>
        <source>{cun} too far back (posterior)</source>
        <translation>lệch ra sau {cun}</translation>
    </message>
    <message>
        <source>{cun} too far to the client&apos;s left</source>
        <translation>lệch {cun} sang bên trái của người được xoa bóp</translation>
    </message>
    <message>
        <source>{cun} too far to the client&apos;s right</source>
        <translation>lệch {cun} sang bên phải của người được xoa bóp</translation>
    </message>
    <message>
        <source>The other side</source>
        <translation>Sai bên</translation>
    </message>
    <message>
        <source>Right on it</source>
        <translation>Đúng huyệt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Gần đúng</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Chưa đúng</translation>
    </message>
    <message>
        <source>Off the body</source>
        <translation>Ngoài cơ thể</translation>
    </message>
    <message>
        <source>Touch the body to look for {point}.</source>
        <translation>Hãy chạm vào cơ thể để tìm {point}.</translation>
    </message>
    <message>
        <source>{cun} away</source>
        <translation>cách huyệt {cun}</translation>
    </message>
    <message>
        <source>{cun} from its middle</source>
        <translation>cách tâm huyệt {cun}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two directions</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>{point}: {way}.</source>
        <translation>{point}: {way}.</translation>
    </message>
    <message>
        <source>This step works on the client&apos;s left side.</source>
        <translation>Bước này làm bên trái của người được xoa bóp.</translation>
    </message>
    <message>
        <source>This step works on the client&apos;s right side.</source>
        <translation>Bước này làm bên phải của người được xoa bóp.</translation>
    </message>
    <message>
        <source>Nearest here: {point}, {cun} away.</source>
        <translation>Huyệt gần chỗ chạm nhất: {point}, cách {cun}.</translation>
    </message>
    <message>
        <source>This is {point}.</source>
        <translation>Đây là {point}.</translation>
    </message>
</context>
<context>
    <name>Voices</name>
    <message>
        <source>Recorded: the teacher&apos;s voice says this line.</source>
        <translation>Đã thu: câu này do giọng thầy cô đọc.</translation>
    </message>
    <message>
        <source>Not recorded: this computer&apos;s own voice says this line.</source>
        <translation>Chưa thu: câu này do giọng có sẵn của máy đọc.</translation>
    </message>
    <message>
        <source>Not recorded: the program&apos;s clip says this line.</source>
        <translation>Chưa thu: câu này do đoạn tiếng kèm chương trình đọc.</translation>
    </message>
    <message>
        <source>Not recorded: this computer&apos;s robot voice says this line.</source>
        <translation>Chưa thu: câu này do giọng tổng hợp đơn giản của máy đọc.</translation>
    </message>
    <message>
        <source>Not recorded: no voice says this line.</source>
        <translation>Chưa thu: không có giọng nào đọc câu này.</translation>
    </message>
    <message>
        <source>Not recorded: looking for the voices of this computer…</source>
        <translation>Chưa thu: đang tìm các giọng đọc trên máy…</translation>
    </message>
    <message>
        <source>No voice came in: plug in a microphone or switch it on, then record again.</source>
        <translation>Không nghe thấy tiếng nói: hãy cắm hoặc bật micrô rồi thu lại.</translation>
    </message>
    <message>
        <source>The microphone of this computer does not answer; try again later.</source>
        <translation>Micrô của máy không phản hồi; hãy thử lại sau.</translation>
    </message>
    <message>
        <source>The sound library miniaudio is not installed: nothing is recorded or heard.</source>
        <translation>Chưa cài thư viện âm thanh miniaudio nên không thu và không nghe được.</translation>
    </message>
    <message>
        <source>There is no loudspeaker or headphones: plug them in to listen.</source>
        <translation>Máy không có loa hay tai nghe: hãy cắm vào để nghe.</translation>
    </message>
    <message>
        <source>The sound of this computer does not answer; try again later.</source>
        <translation>Âm thanh của máy không phản hồi; hãy thử lại sau.</translation>
    </message>
    <message>
        <source>The voice is turned off in the preferences: turn it on to listen.</source>
        <translation>Giọng nói đang tắt trong phần Tùy chọn: hãy bật lên để nghe.</translation>
    </message>
    <message>
        <source>No voice could say this line: record it.</source>
        <translation>Không giọng nào đọc được câu này: hãy thu câu này.</translation>
    </message>
</context>
<context>
    <name>WallLine</name>
    <message>
        <source>The class sees black.</source>
        <translation>Lớp đang thấy màn chiếu đen.</translation>
    </message>
    <message>
        <source>The class sees white.</source>
        <translation>Lớp đang thấy màn chiếu trắng.</translation>
    </message>
    <message>
        <source>Frozen. {what}</source>
        <translation>Đang giữ hình. {what}</translation>
    </message>
    <message>
        <source>The class sees task {number} of {count} and the time.</source>
        <translation>Lớp đang thấy nhiệm vụ {number}/{count} và đồng hồ.</translation>
    </message>
    <message>
        <source>The class sees “{text}”.</source>
        <translation>Lớp đang thấy “{text}”.</translation>
    </message>
    <message>
        <source>The class sees the waiting page.</source>
        <translation>Lớp đang thấy trang chờ.</translation>
    </message>
    <message>
        <source>The class sees something else.</source>
        <translation>Lớp đang thấy hình khác.</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Broad arrow: press straight in here.</source>
        <translation>Mũi tên to: ấn thẳng vào chỗ này.</translation>
    </message>
    <message>
        <source>Ring with two bars: hold still here.</source>
        <translation>Vòng có hai vạch: giữ yên ở đây.</translation>
    </message>
    <message>
        <source>Dashed arrow with two heads: this part of the client moves to and fro.</source>
        <translation>Mũi tên nét đứt hai đầu: phần cơ thể này của người được xoa bóp đưa qua đưa lại.</translation>
    </message>
    <message>
        <source>Dashed arrow: this part of the client moves this way.</source>
        <translation>Mũi tên nét đứt: phần cơ thể này của người được xoa bóp chuyển động theo hướng này.</translation>
    </message>
    <message>
        <source>Dashed round arrow: the limb circles clockwise, as seen in the picture.</source>
        <translation>Mũi tên vòng nét đứt: chi xoay theo chiều kim đồng hồ, nhìn trên hình.</translation>
    </message>
    <message>
        <source>Dashed round arrow: the limb circles anticlockwise, as seen in the picture.</source>
        <translation>Mũi tên vòng nét đứt: chi xoay ngược chiều kim đồng hồ, nhìn trên hình.</translation>
    </message>
    <message>
        <source>Round arrow: the hand circles clockwise, as seen in the picture.</source>
        <translation>Mũi tên vòng: tay xoay theo chiều kim đồng hồ, nhìn trên hình.</translation>
    </message>
    <message>
        <source>Round arrow: the hand circles anticlockwise, as seen in the picture.</source>
        <translation>Mũi tên vòng: tay xoay ngược chiều kim đồng hồ, nhìn trên hình.</translation>
    </message>
    <message>
        <source>Arrow with two heads: the hand goes to and fro along it.</source>
        <translation>Mũi tên hai đầu: tay đưa đi đưa lại theo đường này.</translation>
    </message>
    <message>
        <source>Arrow: the hand goes along it.</source>
        <translation>Mũi tên: tay đi theo đường này.</translation>
    </message>
</context>
<context>
    <name>_ListDialog</name>
    <message>
        <source>{number}: {old} will be called {new}</source>
        <translation>{number}: {old} sẽ đổi thành {new}</translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation>Mới: {name}</translation>
    </message>
    <message>
        <source>Take the good lines over</source>
        <translation>Nhập các dòng đúng</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Nhập vào lớp</translation>
    </message>
    <message>
        <source>What the list holds</source>
        <translation>Nội dung danh sách</translation>
    </message>
</context>
</TS>

/** Invented people with names of Asia, Africa and the Middle East, in their own scripts or the Latin one. */
export const worldwide = `
怡君|林|Research
志明|陳|Engineering
淑芬|黃|Finance
俊傑|王|Sales
美玲|張|Support
建宏|李|Operations
雅婷|吳|Marketing
伟|刘|Engineering
芳|赵|Legal
子轩|周|Research
Xiuying|Zhang 张秀英|Sales
Haoran|Yang 杨浩然|Facilities
さくら|佐藤|Marketing
大輔|鈴木|Engineering
美咲|高橋|Support
翔太|伊藤|Sales
由美子|渡辺|Finance
健太|山本|Operations
ケイコ|ナカムラ|Legal
Haruka|Kobayashi|Research
지훈|김|Engineering
서연|이|Marketing
민준|박|Sales
Hye-jin|Choi 최혜진|Finance
محمد|الأحمد|Engineering
فاطمة|الزهراء|Finance
ليلى|حسن|Support
يوسف|المصري|Sales
نور|الخطيب|Legal
خالد|بن سالم|Operations
Leila|Hassan|Support
Omar|Khalil|Engineering
Marwan|Aziz|Sales
Maryam|Nasser|Finance
Amar|Chaudhry|Operations
Kumar|Venkatesh|Engineering
Nirmala|Sundaram|Finance
Priya|Ramachandran|Marketing
Arjun|Iyer|Research
Deepika|Reddy|Legal
Sanjay|Deshmukh|Support
अनिता|शर्मा|Sales
राहुल|वर्मा|Engineering
தமிழ்செல்வி|முருகன்|Research
নাসরিন|আক্তার|Support
ਹਰਪ੍ਰੀਤ|ਸਿੰਘ|Operations
Анна|Морозова|Finance
Дмитрий|Соколов|Engineering
Марина|Павлова|Marketing
Олександр|Шевченко|Operations
Оксана|Коваленко|Legal
Георги|Димитров|Sales
Светлана|Јовановић|Support
Айгүл|Сейтқызы|Research
Ελένη|Παπαδοπούλου|Legal
Γιώργος|Οικονόμου|Finance
Μαρία|Δημητρίου|Support
Κώστας|Αλεξίου|Engineering
נועה|כהן|Marketing
איתן|לוי|Research
Nguyễn|Thị Hương|Finance
Đặng|Văn Long|Operations
Trần|Quốc Bảo|Engineering
Phạm|Mỹ Linh|Marketing
Lê|Hoàng Anh|Sales
Vũ|Ngọc Ánh|Support
สมชาย|ใจดี|Facilities
มาลี|ศรีสุข|Finance
Siti|Marlina binti Yusof|Legal
Budi|Santoso|Engineering
Dewi|Anggraini|Marketing
Ramón|Dela Cruz|Operations
Adaeze|Nwosu|Finance
Chinedu|Eze|Sales
Folasade|Adeyemi|Legal
Kwame|Mensah|Engineering
Abena|Owusu|Support
Wanjiru|Kamau|Research
Barasa|Otieno|Operations
Tendai|Moyo|Facilities
Thandiwe|Dlamini|Marketing
Sipho|Nkosi|Sales
Hiwot|Tesfaye|Research
አበበ|ተስፋዬ|Engineering
Aminata|Diallo|Support
Ousmane|Traoré|Sales
Parisa|Rezaei|Engineering
کیان|احمدی|Research
ნინო|ბერიძე|Legal
Արմեն|Սարգսյան|Finance
`;

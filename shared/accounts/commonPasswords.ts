/** Passwords of eight characters and more that every guessing list begins with, in lower case. Shorter ones are refused anyway. */
const common: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 password! passw0rd p@ssword p@ssw0rd p@$$w0rd pa55word
  pass1234 pass12345 passwort passwort1 passwort123 motdepasse contrasena contraseña senha123 mypassword thepassword
  qwertyui qwertyuiop qwertz123 qwertzui qwertzuiop azertyui azertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345
  asdfghjk asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc
  q1w2e3r4 q1w2e3r4t5 qazwsxedc zaq12wsx qwer1234 a1b2c3d4 abc12345 abcd1234 abcdefg1 aa123456 a123456789 123456789a
  12341234 123123123 11223344 12344321 123454321 123321123 147258369 159357456 987654321a 1234qwer 12345678a 123qweasd
  letmein1 letmein123 letmeinnow welcome1 welcome12 welcome123 welcome1234 willkommen bienvenue bienvenido changeme
  changeme1 changeme123 change-me changeit default1 default123 defaultpassword administrator admin123 admin1234 admin12345
  adminadmin rootroot root1234 toor1234 superuser guest123 guestguest user1234 username testtest test1234 test12345
  testing1 testing123 temporary temp1234 secret12 secret123 topsecret iloveyou iloveyou1 iloveyou2 sunshine sunshine1
  princess princess1 football football1 baseball baseball1 basketball superman superman1 batman123 starwars starwars1
  pokemon1 pokemon123 michael1 jennifer jessica1 michelle elizabeth alexander jonathan samantha charlie1 computer
  computer1 internet internet1 trustno1 whatever whatever1 freedom1 liverpool chelsea1 arsenal1 monkey123 dragon123
  shadow12 shadow123 master12 master123 hello123 hello1234 helloworld goodluck nothing1 maverick corvette mercedes
  samsung1 samsung123 minecraft fuckyou1 blink182 january1 february september november december summer2024 summer2025
  summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 autumn2026 telephone telephone1
  assistant assistant1 manager1 manager123 secretary extension switchboard callmanager voicemail`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** `folded` is in lower case. */
export function isCommonPassword(folded: string): boolean {
  return common.has(folded);
}

/** A million invented people: few names are frequent, most are rare, one in six is not in Latin letters. The same at every run. */
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { seeded, type Random } from '../random';

const departments = ['Sales', 'Engineering', 'Finance', 'Support', 'Legal', 'Research', 'Operations', 'Facilities'];

const alphabet = Array.from('abcdefghijklmnopqrstuvwxyz');

interface Parts {
  readonly heads: readonly string[];
  readonly middles: readonly string[];
  readonly tails: readonly string[];
  /** The most middles between head and tail. */
  readonly most: number;
}

interface Language {
  /** So many of a thousand people. */
  readonly share: number;
  /** So many different names there are. */
  readonly firstNames: number;
  readonly lastNames: number;
  readonly first: Parts;
  readonly last: Parts;
}

function parts(heads: string, middles: string, tails: string, most: number): Parts {
  const [a, b, c] = [heads, middles, tails].map((list) => (list === '' ? [''] : list.split(' ')));
  return { heads: a ?? [], middles: b ?? [], tails: c ?? [], most };
}

/** `''` among the tails: names may end without one. */
const glyphs = (heads: string, tails: string, most: number): Parts => ({
  heads: Array.from(heads),
  middles: Array.from(tails),
  tails: ['', ...Array.from(tails)],
  most,
});

const european: Language = {
  share: 830,
  firstNames: 9_000,
  lastNames: 90_000,
  first: parts(
    'An Ma Jo Lu Ka El So Mi Lé Re Pa Ni Sté Ju Ro Al Be Da Fe Gi Ha Is Le Na Ol Pe Ri Sa Te Va Zo Bj Þó Łu Ø Sø Fran Chri Kri Mar',
    'ri na li le ro mi di ca ni ta vi é ra be sa lo to ne',
    'a e o na n el as us ette ine ía in ka ela ert ön ård ik ia anne',
    2,
  ),
  last: parts(
    "Ander Mül Lind Kowal Gar Rod Fer Mar Smi Du Le Van_ De_ O' Mac Schmi Wag Hof Ber Novo Dvoř Szy Jens Niel Han Ols Pet Gus Ros Bian Mor Ric Gre Cas Sil Cos San Per Tan Brü Kö Wei Fisch Krü Zim Lef Rous",
    'er le man ni ka ra ti ro qvi el da ve in ho re la ga be sch zi ul on',
    'sson mann berg ski ska ez es ini etti eau lund dóttir sen feld ová ič escu ham ton ley er ard ier in o a i strøm gård ß',
    2,
  ),
};

const others: readonly Language[] = [
  { share: 50, firstNames: 9_000, lastNames: 120, ...chinese() },
  { share: 25, firstNames: 4_000, lastNames: 2_000, ...japanese() },
  { share: 15, firstNames: 2_000, lastNames: 90, ...korean() },
  { share: 30, firstNames: 1_500, lastNames: 6_000, ...arabic() },
  { share: 40, firstNames: 900, lastNames: 15_000, ...cyrillic() },
  { share: 10, firstNames: 600, lastNames: 60, ...vietnamese() },
];

function chinese() {
  const given = '怡君志明淑芬俊傑美玲建宏雅婷伟芳子轩秀英浩然文華國強曉嘉宇欣';
  return {
    first: glyphs(given, given, 0),
    last: glyphs('林陳黃王張李吳劉赵周徐孫馬朱胡郭何高羅鄭梁謝宋唐許韓馮鄧曹彭', '', 0),
  };
}
function japanese() {
  const family = '佐藤鈴木高橋伊渡辺山本中村小林加吉田松井上原野石川清水';
  return { first: glyphs('美翔健由大さけ悠陽結', '咲太子輔くら一菜斗奈真', 1), last: glyphs(family, family, 0) };
}
function korean() {
  return {
    first: glyphs('지서민하예도수은현준', '훈연준진우영희아빈호', 0),
    last: glyphs('김이박최정강조윤장임한오서신권황안송류홍', '', 0),
  };
}
function arabic() {
  const body = 'محمد فاط أحم ليل يوس عبد حسن خال نور سال مري إبر';
  return {
    first: parts(body, 'ي ا و', 'د ة ى ف ن ر يم', 1),
    last: parts(`ال${body.replaceAll(' ', ' ال')}`, 'ي ا و م ص', 'ري ني دي ي ب', 1),
  };
}
function cyrillic() {
  return {
    first: parts('Ан Ма Дми Оль Сер Ири Але Тать Ник Све Влад', 'ри на ксе ти ла', 'й на я ан ей ир', 1),
    last: parts(
      'Ива Пет Сид Куз Смир Поп Вол Сок Лебе Нов Мор Коз',
      'но ро до не ле ко ва',
      'ов ова ев ева ский ская енко ин',
      2,
    ),
  };
}
function vietnamese() {
  return {
    first: parts('Thị_ Văn_ Minh_ Ngọc_ Quang_', '', 'Hạnh Dũng Hương Tuấn Thảo Đức Ánh', 0),
    last: parts('Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Đặng Bùi', '', ' _Thị', 0),
  };
}

interface Pool {
  readonly upTo: number;
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/** `distinct`: no name occurs twice, the worst case for an index over names. */
export function* people(count: number, options: { readonly distinct: boolean }): Generator<DirectoryEntry, void> {
  const random = seeded(20_261);
  let upTo = 0;
  const pools = [european, ...others].map((language): Pool => {
    upTo += language.share / 1_000;
    return {
      upTo,
      first: names(random, language.first, language.firstNames),
      last: names(random, language.last, language.lastNames),
    };
  });
  for (let at = 0; at < count; at += 1) {
    const place = random.next();
    const pool = pools.find((candidate) => place < candidate.upTo) ?? pools[0];
    if (!pool) return;
    const own = options.distinct ? invented(random) : '';
    yield {
      id: `p${at}`,
      firstName: random.skewed(pool.first, 2.5) + own,
      lastName: random.skewed(pool.last, 2) + (options.distinct ? invented(random) : ''),
      number: `+4930${String(5_000_000 + at)}`,
      department: random.pick(departments),
    };
  }
}

function names(random: Random, { heads, middles, tails, most }: Parts, count: number): string[] {
  return Array.from({ length: count }, () => {
    const between = Array.from({ length: random.below(most + 1) }, () => random.pick(middles)).join('');
    return (random.pick(heads) + between + random.pick(tails)).replace('_', ' ').trim();
  });
}

function invented(random: Random): string {
  return Array.from({ length: 6 }, () => random.pick(alphabet)).join('');
}

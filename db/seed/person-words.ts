/** Surnames and given names that are put together to people who do not exist. */
export const chinese = {
  surnames:
    '尹、邹、宁、庄、辛、聂、滕、柏、瞿、卞、冷、闻、翟、祁、施、苗、房、应、卢、熊、纪、舒、屈、项、祝、董、梁、蓝、闵、席'.split(
      '、',
    ),
  given:
    '承泽、砚秋、宏图、致远、雨桐、国栋、晓峰、淑敏、立新、建业、书航、若楠、维刚、思齐、一鸣、海宁、丽娟、子墨、明哲、振声、雅琴、鹏程、伯言、静宜、家骏、玉洁、永昌、云舟、德清、新宇'.split(
      '、',
    ),
}

export const traditional = {
  surnames: '廖、邱、顏、游、涂、簡、施、龔、歐陽、連、葉、馮、譚、關、麥、鄺'.split('、'),
  given:
    '志豪、淑芬、俊傑、家豪、雅婷、建宏、美玲、文彬、佩珊、國樑、嘉欣、永康、慧敏、啟明、宗翰、詠詩'.split(
      '、',
    ),
}

export const japanese = {
  surnames:
    '柏倉|Kashiwakura、瀬名|Sena、御子柴|Mikoshiba、新堂|Shindo、白鳥|Shiratori、梶浦|Kajiura、久住|Kusumi、東雲|Shinonome、牧瀬|Makise、真壁|Makabe、三ツ井|Mitsui、宇田川|Udagawa、遠山|Toyama、榊|Sakaki、笹森|Sasamori、八重樫|Yaegashi'.split(
      '、',
    ),
  given:
    '健一|Kenichi、誠司|Seiji、由紀|Yuki、和也|Kazuya、美咲|Misaki、浩之|Hiroyuki、康平|Kohei、直子|Naoko、隆|Takashi、智美|Tomomi、亮介|Ryosuke、正樹|Masaki'.split(
      '、',
    ),
}

export const korean = {
  surnames:
    '남궁|Namgung、선우|Seonwoo、도|Do、명|Myeong、표|Pyo、탁|Tak、구|Gu、염|Yeom、위|Wi、방|Bang、변|Byeon、채|Chae、피|Pi、봉|Bong'.split(
      '、',
    ),
  given:
    '지훈|Ji-hun、서연|Seo-yeon、민재|Min-jae、하은|Ha-eun、성호|Seong-ho、은정|Eun-jeong、태윤|Tae-yun、수빈|Su-bin、정우|Jeong-u、미경|Mi-gyeong、동현|Dong-hyeon、보람|Bo-ram'.split(
      '、',
    ),
}

export const western: Record<string, { given: readonly string[]; surnames: readonly string[] }> = {
  DE: {
    given: 'Matthias、Katrin、Jürgen、Anke、Holger、Silke'.split('、'),
    surnames: 'Brennecke、Holzapfel、Wiesinger、Strackmann、Lüdeke、Ottersbach'.split('、'),
  },
  IT: {
    given: 'Paolo、Chiara、Renzo、Federica、Massimo、Elena'.split('、'),
    surnames: 'Valdera、Tornaghi、Bellocchi、Casarini、Montefosco、Ghirelli'.split('、'),
  },
  FR: {
    given: 'Étienne、Sylvie、Bastien、Maëlle'.split('、'),
    surnames: 'Delorme-Vautrin、Roussillat、Charbonnet、Guéhenneux'.split('、'),
  },
  US: {
    given: 'Gregory、Lauren、Todd、Melissa、Dwight、Karen'.split('、'),
    surnames: 'Larkfield、Hollenbeck、Ostrander、Pettibone、Wainscott、Driscott'.split('、'),
  },
  SG: {
    given: 'Wei Jie、Hui Min、Kelvin、Shu Fen'.split('、'),
    surnames: 'Quek、Teoh、Chiam、Loke'.split('、'),
  },
}

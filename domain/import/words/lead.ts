export const leadWords = {
  leadStage: {
    new: '新线索|新線索|new|新規|신규|新|新增|待接洽|未接洽|未联系|新登记|open|未対応|미접촉',
    contacted:
      '已接洽|已接洽|contacted|接触済|접촉 완료|接洽|接洽中|已联系|跟进中|在跟进|洽谈中|in contact|following up|接触中|対応中|접촉 중|접촉',
    qualified:
      '研判通过|研判通過|qualified|評価合格|검토 통과|通过研判|研判合格|有效线索|重点线索|qualified lead|有望|유망',
    converted:
      '已转项目|已轉項目|converted|案件化済|사업 전환|转项目|转为项目|已转为项目|已立项|已转化|won|案件化|전환 완료|전환',
    disqualified:
      '不予跟进|不予跟進|disqualified|対象外|추진 제외|不跟进|放弃|无效|终止|已终止|关闭|无效线索|closed|rejected|dropped|見送り|終了|제외|종료',
  },
  source: {
    event:
      '招商活动|招商活動|event|誘致イベント|유치 행사|活动|展会|推介会|招商会|洽谈会|说明会|交易会|fair|trade fair|seminar|イベント|展示会|説明会|행사|전시회|설명회',
    web_form:
      '网站来信|網站來信|web form|ウェブ問い合わせ|웹 문의|网站|官网|网络|网上|网站留言|website|web|online|internet|ウェブ|サイト|ホームページ|웹사이트|홈페이지|온라인',
    referral:
      '介绍推荐|介紹推薦|referral|紹介|소개|介绍|推荐|以商招商|熟人介绍|企业介绍|朋友介绍|企业推荐|商会推荐|referred|recommendation|推薦|추천',
    visit:
      '来访|來訪|visit|来訪|내방|来访考察|考察|上门|实地考察|来区考察|site visit|walk-in|walk in|視察|訪問|방문|시찰',
    agency:
      '中介机构|仲介機構|agency|仲介機関|중개 기관|中介|委托招商|代理招商|代理机构|咨询公司|招商代理|agent|broker|consultant|仲介|代理店|コンサルタント|중개|에이전시|컨설팅',
    government:
      '上级或部门转来|上級或部門轉來|government|行政機関から|정부 기관|上级|上级转来|部门转来|政府|政府推荐|上级交办|市商务局|商务局|领导交办|领导介绍|government agency|行政|自治体|정부|관공서|기관',
    own_research:
      '自主联系|自行聯絡|own research|自主開拓|자체 발굴|自主招商|自主|自有|自行联系|主动联系|自主开发|外出招商|小分队招商|登门拜访|research|cold call|direct|自社開拓|新規開拓|자체|직접 발굴',
  },
}

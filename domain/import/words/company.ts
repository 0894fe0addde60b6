export const companyWords = {
  companyKind: {
    foreign:
      '外资|外資|foreign|外資|외자|外商投资|外资企业|外商独资|外商|外企|外商投资企业|三资|foreign-invested|foreign invested|foreign company|外資系|外国企業|외국계|외국기업|외국인 투자',
    hk_mo_tw:
      '港澳台资|港澳台資|Hong Kong, Macao, Taiwan|香港・マカオ・台湾資本|홍콩·마카오·대만 자본|港澳台|港资|台资|澳资|港澳台商投资|港澳台企业|港商|台商|hk/macao/taiwan|hong kong macao taiwan|香港マカオ台湾|홍콩 마카오 대만',
    domestic_private:
      '内资民营|內資民營|domestic private|国内民間|국내 민영|民营|私营|内资|民企|民营企业|内资企业|私营企业|private|domestic|民間|国内企業|민영|민간|내자|국내',
    state_owned:
      '国有|國有|state-owned|国有|국유|国企|央企|国有企业|中央企业|国有控股|地方国企|soe|state owned|国有企業|국영|국유기업|국영기업|공기업',
  },
  segment: {
    well_known_private:
      '知名民企|知名民企|well-known private|有力民間企業|유력 민영기업|知名民营企业|民营500强|民营五百强|民企500强|well known private|有力企業|유력 기업',
    sme: '中小企业|中小企業|SME|中小企業|중소기업|中小|中型|小型|小微|小微企业|中小型|medium|small|small and medium|中堅企業|중견기업|소기업|중소',
    large:
      '大型企业|大型企業|large|大企業|대기업|大型|龙头企业|世界500强|上市公司|large company|large enterprise|fortune 500|大手|대형',
  },
  origin: {
    this_city: '本市|本市|this city|市内|시내|市内企业|本地|local|地元|관내',
    this_province:
      '本省其他市|本省其他市|elsewhere in the province|省内他市|성내 타 도시|省内|本省|省内市外|same province|省内企业|성내',
    elsewhere:
      '外省|外省|another province|他省|다른 성|省外|国内其他|国内|外地|other province|国内他省|타 성',
    abroad: '境外|境外|abroad|海外|해외|国外|海外企业|overseas|foreign|外国|국외',
  },
  consent: {
    unknown: '未询问|未詢問|not asked|未確認|미확인|未知|unknown|不明|모름',
    given: '已同意|已同意|given|同意済|동의|同意|是|yes|ok|同意する|예|동의함',
    refused: '不同意|不同意|refused|不同意|거부|拒绝|否|no|同意しない|拒否|아니요|미동의',
  },
}

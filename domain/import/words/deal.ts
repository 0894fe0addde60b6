export const dealWords = {
  dealStage: {
    negotiation:
      '在谈|在談|in negotiation|商談中|협의 중|洽谈|洽谈中|在谈项目|谈判|谈判中|意向|意向阶段|跟踪|跟踪洽谈|negotiation|negotiating|in talks|under negotiation|交渉中|商談|협의|협상 중|협상',
    entry_procedures:
      '办理入区手续|辦理入區手續|entry procedures|入区手続中|입주 절차 중|入区手续|办理手续|办手续|办理入区|手续办理中|正在办理入区手续|正办理手续|entry|入区手続|手続中|入居手続|입주 절차|입주절차|절차 진행',
    approved:
      '审批通过|審批通過|approved|認可済|승인 완료|已审批|已批准|批准|已通过审批|审批项目|通过审批|已批|approval granted|認可|承認済|承認|승인|인가',
  },
  dealStatus: {
    active:
      '推进中|推進中|active|進行中|진행 중|推进|正常|正常推进|进行中|在推进|顺利|跟进中|in progress|ongoing|open|順調|進行|진행|정상',
    on_hold:
      '暂缓|暫緩|on hold|保留|보류|暂停|搁置|放缓|hold|paused|suspended|pending|中断|一時停止|延期|중단',
    lost: '流失|流失|lost|失注|유치 실패|失败|已流失|终止|落户外地|落户其他园区|failed|流出|실패|무산',
    withdrawn:
      '撤回|撤回|withdrawn|取下げ|철회|放弃|取消|投资方撤回|撤销|撤资|cancelled|canceled|取り下げ|中止|취소|포기',
  },
  dealForm: {
    wholly_owned:
      '独资|獨資|wholly owned|単独出資|단독 투자|外商独资|外资独资|独资企业|独资经营|wfoe|wholly foreign-owned|wholly-owned|100%|独資|単独|単独投資|단독|단독투자|독자|독자 투자',
    joint_venture:
      '合资|合資|joint venture|合弁|합작|中外合资|合资企业|合资经营|jv|合弁会社|共同出資|합자|합작 투자|합작투자',
    cooperation:
      '合作|合作|cooperation|業務提携|협력|中外合作|合作经营|合作企业|cooperative|提携|合作経営|협력 투자|제휴',
    merger_acquisition:
      '并购|併購|merger or acquisition|合併・買収|인수·합병|收购|兼并|股权并购|股权收购|外资并购|m&a|merger|acquisition|買収|合併|인수합병|인수|합병',
    capital_increase:
      '增资|增資|capital increase|増資|증자|增资扩股|增资项目|扩股|增资扩产|increase of capital|expansion|追加投資|추가 투자|증액',
  },
  entryDocumentKind: {
    application:
      '入区申请|入區申請|entry application|入区申請書|입주 신청서|申请|入区申请书|申请书|入区申请表|application|申請書|申請|신청서|신청',
    intent:
      '投资意向书|投資意向書|signed intent|投資意向書|투자 의향서|意向书|意向协议|框架协议|备忘录|投资意向|letter of intent|loi|mou|intent|意向書|覚書|基本合意書|의향서|양해각서',
  },
  endReason: {
    site: '选址|選址|site|立地|입지|用地|土地|无合适地块|厂房|location|land|用地不足|부지',
    price:
      '地价或成本|地價或成本|land price or cost|地価・コスト|지가·비용|地价|成本|价格|成本高|price|cost|コスト|地価|가격|비용',
    policy: '政策|政策|policy|政策|정책|优惠政策|政策不符|incentives|優遇策|인센티브',
    funds: '资金|資金|funds|資金|자금|资金不到位|资金不足|融资|funding|finance|資金不足|자금 부족',
    market: '市场变化|市場變化|market|市場の変化|시장 변화|市场|行情|市场不好|market change|市況|市場|시장',
    environment:
      '环保要求|環保要求|environment|環境規制|환경 규제|环保|环评|环境|能耗|environmental|環境|환경',
    competitor_zone:
      '落户其他园区|落戶其他園區|went to another zone|他の開発区へ進出|다른 개발구로 입주|落户外地|其他园区|外地落户|another zone|competitor|他地域|타 지역 입주',
    investor_decision:
      '投资方决定|投資方決定|investor’s decision|投資家の判断|투자자 결정|投资方原因|投资方放弃|企业原因|investor decision|投資方針変更|투자자 사정',
    no_contact:
      '失去联系|失去聯繫|contact lost|連絡途絶|연락 두절|失联|联系不上|no contact|no reply|音信不通|연락 없음',
    other: '其他|其他|other|その他|기타|其它|别的',
  },
}

import { fold } from '@/domain/name/fold'
import { cut } from '@/domain/text/cut'
import { looksWide } from './content'
import { type Encoding, encodingNames, encodings } from './raw'
import { FileRefusal } from './refusal'

const legacy = ['gb18030', 'big5', 'shift_jis', 'euc-kr'] as const satisfies Encoding[]

export type Decoded = { text: string; encoding: Encoding; guessed: boolean }

/**
 * The text of a file. It says itself what it is (a mark at its beginning, or it is UTF-8 to the last byte), or one of four
 * encodings makes usual words of it and no other comes near: then that is `guessed`. Else a person chooses: `said`.
 */
export function decode(bytes: Uint8Array, said?: Encoding): Decoded {
  if (said) {
    const text = decoded(bytes, said)
    if (text === null) throw new FileRefusal('encoding_wrong', { encoding: encodingNames[said] })
    return { text, encoding: said, guessed: false }
  }
  const sure = looksWide(bytes) ?? 'utf-8'
  const text = decoded(bytes, sure)
  if (text !== null) return { text, encoding: sure, guessed: false }
  const likely = sure === 'utf-8' ? mostLikely(bytes) : null
  const guess = likely && decoded(bytes, likely)
  if (!likely || guess === null) throw new FileRefusal('encoding_unknown', { encodings: legacyNames })
  return { text: guess, encoding: likely, guessed: true }
}

const legacyNames = legacy.map(encoding => encodingNames[encoding]).join(', ')

/** The encoding that a word names: UTF-8, GBK, sjis, utf-16 … Null for none of ours. */
export function encodingNamed(word: string): Encoding | null {
  try {
    const { encoding } = new TextDecoder(word)
    return encodings.find(one => one === (encoding === 'gbk' ? 'gb18030' : encoding)) ?? null
  } catch {
    return null
  }
}

/** Bytes from the beginning of a file that readings() is given. */
export const HEAD_BYTES = 16 * 1024
const LINES = 3
const offered = ['utf-8', ...legacy, 'utf-16le', 'utf-16be'] as const

/**
 * How a file begins in each encoding: its first lines with more in them than ASCII, so that a person sees which of them
 * reads right. Null where some bytes are nothing there. `head` may end within a character.
 */
export function readings(head: Uint8Array): { encoding: Encoding; lines: readonly string[] | null }[] {
  return offered.map(encoding => {
    const text = decoded(head, encoding, true)
    if (text === null) return { encoding, lines: null }
    const lines = text.split(/[\r\n]+/).filter(line => line.trim() !== '')
    const telling = lines.filter(line => /[^\u0000-\u007f]/.test(line))
    return {
      encoding,
      lines: (telling.length > 0 ? telling : lines).slice(0, LINES).map(line => cut(line, 120)),
    }
  })
}

/** Null where some bytes are nothing in that encoding. `begun`: they are but a beginning. */
function decoded(bytes: Uint8Array, encoding: Encoding, begun = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: begun })
  } catch {
    return null
  }
}

const SAMPLE = 200_000
/** The share of usual characters that a language must have, and by how much it must lead. */
const LEAST = 0.3
const LEAD = 1.5

function mostLikely(bytes: Uint8Array): Encoding | null {
  const scores = legacy.map(encoding => ({ encoding, score: likeness(bytes.subarray(0, SAMPLE), encoding) }))
  scores.sort((a, b) => b.score - a.score)
  const [first, second] = scores
  if (!first || !second || first.score < LEAST) return null
  return first.score >= second.score * LEAD ? first.encoding : null
}

/** Of its characters beyond ASCII, punctuation aside, the share that such a text is mostly made of. */
function likeness(bytes: Uint8Array, encoding: (typeof legacy)[number]): number {
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: bytes.length === SAMPLE })
  } catch {
    return 0
  }
  const letters = text.replace(
    /[\u0000-\u007f\u2000-\u206f\u3000-\u303f\uff00-\uff65\uffe0-\uffee\u00b7\u2103\u33a0-\u33df]/g,
    '',
  )
  if (letters.length < 4) return 0
  const usual = encoding === 'euc-kr' ? korean : chinese()
  const known = encoding === 'big5' || encoding === 'shift_jis' ? fold(letters) : letters
  let found = 0
  for (const letter of known)
    if (usual.has(letter) || (encoding === 'shift_jis' && kana.test(letter))) found += 1
  return found / letters.length
}

const kana = /[\u3041-\u3096\u30a1-\u30fa\u30fc]/

let chineseOnce: ReadonlySet<string> | undefined
/** Simplified: what is traditional or Japanese is folded before it is looked up. */
function chinese(): ReadonlySet<string> {
  chineseOnce ??= new Set(fold(usualChinese))
  return chineseOnce
}

const usualChinese =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日社义事平形相全表间样与关各重新线内数正心反明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严企项目投签负责联系电话邮箱备注编阶来源拟占亩税就职务姓秘食品港台湾韩日德英法厦威烟潍州苏浙粤沪津渝股份责限贸易招额注册资审批准独竞汇款谈洽店媒栏券租赁仓储输械塑纺服药医疗营销售'

/** Syllables of Korean office texts. */
const korean = new Set(
  '가각간감강개거건검결경계고공과관구국권규그금급기김나남내년노농능다단담당대도동되된드들등라래량러력련령로록료루류률르를리립마만말매면명모목무문물미민반발방배번법변별보복본부북분불비사산상새색생서석선설성세소속송수순술스시식신실심아안양어업에여역연열영예오온와완요용우운원월위유육율으은을음의이익인일임입있자작장재저적전절정제조존종주준중증지직진집차참창채책처천철청체초총최추축출취치코타태터토통투특파판팀평포표품프피하학한할함합해했행향허현협형호화확환황회획효후휴희',
)

import { renewSubmission } from '@/components/submission-field'
import { toast } from '@/components/toast'

export type SendWords = {
  sending: string
  broken: string
  tooLarge: string
  refused: string
  attached: string
}
export type SendLimits = { bytes: number; words: SendWords }
type Received = { name: string; done: boolean; text: string | null }
/** What could not be sent, a line each, and how many were taken. */
export type Sent = { lines: string[] }

/**
 * Sends the files of a form, telling how far it is; what is too large is not sent at all. Loaded when the first form is
 * sent: until then, and without JavaScript, it is a plain form.
 */
export async function sendFiles(
  form: HTMLFormElement,
  { bytes, words }: SendLimits,
  tell: (percent: number, stop: () => void) => void,
): Promise<Sent> {
  const data = new FormData(form)
  const large: string[] = []
  const files = data.getAll('file').filter((file): file is File => file instanceof File)
  data.delete('file')
  for (const file of files) {
    if (file.size > bytes) large.push(words.tooLarge.replace('{name}', file.name))
    else data.append('file', file)
  }
  if (large.length > 0 && data.getAll('file').every(file => (file as File).size === 0))
    return { lines: large }
  const received = await posted(form.action, data, tell)
  if (!received) return { lines: [...large, words.broken] }
  const done = received.filter(file => file.done)
  if (done.length > 0) {
    toast({ text: words.attached.replace('{names}', done.map(file => file.name).join(' · ')) })
    renewSubmission(form)
    form.reset()
  }
  const refused = received.filter(file => !file.done)
  const line = ({ name, text }: Received) =>
    name ? words.refused.replace('{name}', name).replace('{text}', text ?? '') : (text ?? '')
  return { lines: [...large, ...refused.map(line)] }
}

/** Null when no answer came, or none of ours. XMLHttpRequest: fetch does not tell how far it is. */
function posted(
  address: string,
  data: FormData,
  tell: (percent: number, stop: () => void) => void,
): Promise<Received[] | null> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = event =>
      tell(event.total ? Math.floor((100 * event.loaded) / event.total) : 0, () => request.abort())
    request.onload = () => {
      if (request.status === 401) location.reload()
      resolve(request.status === 200 ? (request.response as { files: Received[] }).files : null)
    }
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    request.send(data)
  })
}

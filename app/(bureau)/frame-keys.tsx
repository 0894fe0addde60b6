import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/dialog'
import { Icon } from '@/components/icon'
import { drawn } from '@/components/markup'

/* Every key of the product, by where it acts; `single` marks those that a person may turn off. */
const keys = {
  everywhere: [
    { says: 'find', keys: ['/'] },
    { says: 'palette', keys: ['Ctrl', 'K'], together: true },
    { says: 'create', keys: ['c'] },
    { says: 'keys', keys: ['?'] },
    { says: 'save', keys: ['Ctrl', 'Enter'], together: true },
    { says: 'close', keys: ['Esc'] },
  ],
  lists: [
    { says: 'rows', keys: ['j', 'k', '↓', '↑'] },
    { says: 'ends', keys: ['Home', 'End'] },
    { says: 'open', keys: ['Enter'] },
    { says: 'pages', keys: ['[', ']'] },
    { says: 'cells', keys: ['←', '→'] },
    { says: 'change', keys: ['F2', 'Enter'] },
    { says: 'tick', keys: ['x'] },
    { says: 'tickAll', keys: ['A'] },
    { says: 'bulk', keys: ['b'] },
    { says: 'views', keys: ['v'] },
  ],
  records: [
    { says: 'log', keys: ['a'] },
    { says: 'edit', keys: ['e'] },
    { says: 'tags', keys: ['t'] },
    { says: 'neighbours', keys: ['[', ']'] },
  ],
  board: [
    { says: 'lift', keys: ['space'] },
    { says: 'carry', keys: ['←', '→'] },
  ],
} as const
const places = ['everywhere', 'lists', 'records', 'board'] as const

/** The list of keys, by `?` or its button, and whether single ones act for this person. */
export function FrameKeys({ single }: { single: boolean }) {
  const t = useTranslations('frame.keys')
  const close = useTranslations('common.act')('close')
  return (
    <Dialog
      opener={<Icon name="keyboard" />}
      openerLabel={t('title')}
      openerClass="btn btn-quiet btn-icon keys"
      shortcut="?"
      title={t('title')}
      close={close}
    >
      <div
        className="grid gap-x-8 gap-y-4 md:grid-cols-2"
        {...drawn(
          places.map(place => (
            <section key={place}>
              <h3 className="mb-1 text-13">{t(`in.${place}`)}</h3>
              <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-13">
                {keys[place].map(line => (
                  <div key={line.says} className="contents">
                    <dt className="flex flex-wrap items-center gap-1">
                      {line.keys.map((key, at) => (
                        <span key={key}>
                          {at > 0 && 'together' in line ? '+ ' : ''}
                          <kbd>{key === 'space' ? t('space') : key}</kbd>
                        </span>
                      ))}
                    </dt>
                    <dd className="text-ink-2">{t(`does.${line.says}`)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )),
        )}
      />
      <p className="mt-4 text-13">
        {t(single ? 'on' : 'off')}{' '}
        <a className="link" href="/settings#keys" data-hard>
          {t('settings')}
        </a>
      </p>
    </Dialog>
  )
}

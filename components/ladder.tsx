import type { ReactNode } from 'react'

/**
 * How far a record has come: steps filled as far as it has, which survives grey print. `tone` (1 to 5) is the stage's
 * own shade. The word stands beside it, so it is decoration.
 */
export function StageSteps({ step, steps, tone }: { step: number; steps: number; tone: number }) {
  const box = (from: number, to: number) =>
    Array.from(
      { length: Math.max(0, to - from) },
      (_, index) => `M${(from + index) * 7 + 0.5} .5h4v10h-4z`,
    ).join('')
  return (
    <svg className="steps" data-tone={tone} width={steps * 7 - 2} height="11" aria-hidden>
      <path className="to" d={box(step, steps)} />
      <path className="up" d={box(0, step)} />
    </svg>
  )
}

export type LadderStep = {
  key: string
  label: ReactNode
  state: 'done' | 'now' | 'ahead'
  /** At the right of the name: days spent, or what is lacking. */
  aside?: ReactNode
  /** Below: since when, until when. */
  note?: ReactNode
  noteAside?: ReactNode
  /** Days in it and the limit, for the stage one is in. */
  days?: { spent: number; limit: number }
}

/** How much of the bar is filled, in per cent, and whether the limit is passed. Without a limit it is half full. */
export function ladderFill(step: Pick<LadderStep, 'state' | 'days'>): { share: number; over: boolean } {
  if (step.state === 'done') return { share: 100, over: false }
  if (step.state === 'ahead') return { share: 0, over: false }
  if (!step.days || step.days.limit <= 0) return { share: 50, over: false }
  const share = (step.days.spent / step.days.limit) * 100
  return { share: Math.max(2, Math.min(100, share)), over: share > 100 }
}

/** The stages of a record with the days in each; in the present one the bar is the time spent of its limit. */
export function Ladder({ label, steps }: { label: string; steps: readonly LadderStep[] }) {
  return (
    <ol className="ladder" aria-label={label}>
      {steps.map(step => {
        const { share, over } = ladderFill(step)
        return (
          <li key={step.key} aria-current={step.state === 'now' ? 'step' : undefined}>
            <svg className="bar" aria-hidden>
              <rect className="track" y="3" width="100%" height="4" />
              {share > 0 ? (
                <rect
                  className={over ? 'over' : step.state === 'done' ? 'way' : 'here'}
                  y="3"
                  width={`${share}%`}
                  height="4"
                />
              ) : null}
              {step.state === 'now' ? <rect className="mark" x={`${share}%`} width="2" height="10" /> : null}
            </svg>
            <div className="line">
              <strong>{step.label}</strong>
              {step.aside ? <span>{step.aside}</span> : null}
            </div>
            {step.note || step.noteAside ? (
              <div className="line">
                <span>{step.note}</span>
                <span>{step.noteAside}</span>
              </div>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

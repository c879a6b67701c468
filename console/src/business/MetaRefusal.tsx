import { Refusal } from '../account/Refusal'
import steps from '../account/Steps.module.css'
import { Problem } from '../api/problem'
import { StepList } from './StepList'

/** Why something did not become of a number: in our words, and in Meta's where it has said why. */
export function MetaRefusal({ error }: { error: Error | null }) {
  const { failed, reason } = error instanceof Problem ? error : {}
  return (
    <>
      <Refusal error={error} />
      {reason && (
        <p className={steps.text}>
          <bdi>{reason}</bdi>
        </p>
      )}
      {failed && <StepList steps={[failed]} />}
    </>
  )
}

/** Puts whoever fills a form in where something is wrong, once it is marked; in the middle, for the head of a dialog covers what is at its edge. */
export const showFirstWrong = (form: HTMLFormElement | null) =>
  requestAnimationFrame(() => {
    const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
    wrong?.focus({ preventScroll: true })
    wrong?.scrollIntoView({ block: 'center' })
  })

/** Puts whoever fills a form in where something is wrong, once it is marked. */
export const showFirstWrong = (form: HTMLFormElement | null) =>
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())

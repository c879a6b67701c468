// Sets language, direction and colours before the first paint, so that nothing flashes or jumps.
;(() => {
  const root = document.documentElement
  const language = localStorage.getItem('moked.language') ?? (navigator.language.startsWith('he') ? 'he' : 'en')
  root.lang = language
  root.dir = language === 'he' ? 'rtl' : 'ltr'
  const chosen = localStorage.getItem('mantine-color-scheme-value') ?? 'auto'
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.mantineColorScheme = dark ? 'dark' : 'light'
})()

import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import { Pressable } from './Pressable'

const teal: MantineColorsTuple = [
  '#e6f5f3', '#cfe9e6', '#a3d5cf', '#74bfb7', '#4caca2', '#2a9a8f', '#178479', '#0f766e', '#0b635c', '#084f4a',
] // prettier-ignore

const dark: MantineColorsTuple = [
  '#e4ebee', '#c3d0d6', '#9db0b9', '#6d808a', '#33444c', '#26343b', '#1f2c33', '#182329', '#131c20', '#0d1417',
] // prettier-ignore

/** Mantine's own parts wear our tokens, so that theirs and ours cannot be told apart. */
export const theme = createTheme({
  primaryColor: 'teal',
  colors: { teal, dark },
  primaryShade: { light: 7, dark: 5 },
  fontFamily: 'var(--font)',
  fontSizes: { xs: 'var(--text-1)', sm: 'var(--text-2)', md: 'var(--text-3)', lg: 'var(--text-3)', xl: 'var(--text-4)' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  radius: { xs: 'var(--radius-1)', sm: 'var(--radius-1)', md: 'var(--radius-2)', lg: 'var(--radius-3)', xl: 'var(--round)' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 100 } } },
    // What it would put first in a menu is no item of one.
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 }, withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
    Button: { defaultProps: { size: 'xs', component: Pressable } },
    ActionIcon: { defaultProps: { component: Pressable } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--surface-2)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-dim)',
  '--mantine-color-placeholder': 'var(--text-dim)',
  '--mantine-color-default': 'var(--surface-2)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-error': 'var(--risk)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-color-teal-filled': 'var(--accent-fill)',
  '--mantine-color-teal-filled-hover': 'var(--accent-fill-hover)',
  // Mantine's own red is too light for the words on it.
  '--mantine-color-red-filled': 'var(--mantine-color-red-9)',
  '--mantine-color-red-filled-hover': 'color-mix(in srgb, var(--mantine-color-red-9), black 12%)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-shadow-md': 'var(--lift)',
}

export const variables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })

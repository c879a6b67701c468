import { Notifications } from '@mantine/notifications'

/** Where notices appear; whatever is said before this has come waits for it. */
export default function Notices() {
  return <Notifications position="top-center" mt="var(--bar)" limit={3} />
}

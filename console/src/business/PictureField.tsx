import { Avatar, Button, Group } from '@mantine/core'
import { IconBuildingStore, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as numbers from '../api/numbers'
import { queries } from '../api/queries'
import { useChange } from '../app/useChange'
import { MetaRefusal } from './MetaRefusal'

/** The picture of a number in WhatsApp; another one is shown at once, without the rest of the profile. */
export function PictureField({ id, picture }: { id: string; picture: string | null }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, choose] = useState<string>()
  const show = useChange({
    make: (file: File) => numbers.showPicture(id, file).then(() => choose(URL.createObjectURL(file))),
    touches: [queries.profile(id).queryKey],
    said: t('channels.pictureSaved'),
    quiet: true,
  })
  return (
    <>
      <Group>
        <Avatar size="lg" src={chosen ?? null} alt={t('channels.picture')}>
          <IconBuildingStore aria-hidden />
        </Avatar>
        <Button variant="default" leftSection={<IconUpload size="1rem" />} loading={show.isPending} onClick={() => input.current?.click()}>
          {t(picture || chosen ? 'channels.otherPicture' : 'channels.choosePicture')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept="image/jpeg,image/png"
          aria-label={t('channels.picture')}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) show.mutate(file)
            currentTarget.value = ''
          }}
        />
      </Group>
      <MetaRefusal error={show.error} />
    </>
  )
}

import type { components, paths } from './schema'

type Schemas = components['schemas']

/** An answer as it is told: every field is there and null where empty, which the schema can only call optional. */
export type Told<T> = T extends (infer Item)[]
  ? Told<Item>[]
  : T extends object
    ? { [Field in keyof T]-?: Told<Exclude<T[Field], undefined>> }
    : T

/** The fields that are surely there for one type of a thing; the schema does not say which go with which type. */
type With<T, Type, Fields extends keyof T> = { type: Type } & { [Field in Fields]-?: NonNullable<T[Field]> }

export type Page<Item> = Told<Omit<Schemas['SliceLabel'], 'items'>> & { items: Item[]; newer?: string | null }
export type Named = Told<Schemas['Named']>

/** What time it is, is read at once: remembered, it would make every answer another one. */
export type Me = Omit<Told<Schemas['Me']>, 'serverTime'>
export type Permission = Me['permissions'][number]
export type User = Told<Schemas['Colleague']>
export type Department = Told<Schemas['DepartmentView']>
export type WantedDepartment = Schemas['WantedDepartment']
export type OwnAvailability = Told<Schemas['OwnAvailability']>
export type Availability = OwnAvailability['availability']
export type WantedAvailability = Schemas['WantedAvailability']
export type BreakReason = Schemas['BreakReasonView']
export type WantedBreakReason = Schemas['WantedBreakReason']
export type Spell = Told<Schemas['SpellView']>
export type Skill = Told<Schemas['SkillView']>
export type NearestTarget = NonNullable<Told<Schemas['ConversationView']>['target']>
export type ServiceTarget = Schemas['ServiceTarget']
export type AllTargets = Told<Schemas['AllTargets']>
export type Office = Told<Schemas['OfficeView']>
export type WantedOfficeHours = Schemas['WantedOfficeHours']
export type SkillLevel = Schemas['SkillLevel']
export type WantedDemand = Schemas['WantedDemand']
export type Demand = Told<Schemas['DemandView']>
export type Agent = Told<Schemas['AgentView']>
export type ConversationRouting = Told<Omit<Schemas['RoutingView'], 'waiting' | 'decisions'>> & {
  waiting: Obstructed<Schemas['WaitView']> | null
  decisions: (Omit<Obstructed<Schemas['DecisionView']>, 'considered'> & { considered: Considered[] })[]
}
export type RoutingWait = NonNullable<ConversationRouting['waiting']>
export type RoutingDecision = ConversationRouting['decisions'][number]
export type Obstacle = 'not_available' | 'waits_for_another' | 'declined' | 'lacks_skill' | 'too_much' | 'full' | 'kept_free'
/** Only what stands in somebody's way is named. */
type Obstructed<T> = Told<Omit<T, 'obstacles'>> & { obstacles: Partial<Record<Obstacle, number>> }
export type Considered = Told<Omit<Schemas['ConsideredView'], 'weights'>> & { weights: Partial<Record<'idleSince' | 'occupied' | 'lastGiven' | 'levels', number>> }

export type Person = Told<Schemas['ContactView']>
export type Conversation = Told<Schemas['ConversationView']>
export type SearchHit = Told<Schemas['HitView']>
export type Excerpt = SearchHit['excerpt']
export type Contact = Told<Schemas['Contact']>
export type Consent = Told<Schemas['ConsentOfContact']>
export type ContactCard = Told<Schemas['ContactCard']>
export type ContactIdentity = ContactCard['identities'][number]
export type ContactMerge = ContactCard['merges'][number]
export type Segment = Told<Schemas['SegmentView']>
export type Criteria = Schemas['Criteria']
export type Calendar = Told<Schemas['CalendarView']>
export type WantedCalendar = Schemas['WantedCalendar']
export type Rule = Told<Schemas['RuleView']>
export type WantedRule = Schemas['WantedRule']
export type RuleTerms = Schemas['WantedTerms']
export type RuleCondition = Schemas['RuleCondition']
export type RuleAction = Schemas['RuleAction']
export type RuleTrial = Told<Schemas['TrialView']>
export type WebhookCall = Told<Schemas['WebhookCall']>
export type DepartmentTexts = Told<Schemas['DepartmentTexts']>
export type DepartmentTextsView = Told<Schemas['DepartmentTextsView']>
export type GreetingSetting = Schemas['GreetingSetting']
export type WaitEstimate = Schemas['WaitEstimate']
export type OpeningSpan = Schemas['OpeningSpan']
export type SpecialOpening = Schemas['SpecialOpening']
export type ContactList = Told<Schemas['ContactListView']>
export type ListPlan = Schemas['ListPlan']
export type Broadcast = Told<Omit<Schemas['BroadcastView'], 'criteria' | 'results'>> & { criteria: Criteria; results: BroadcastResults }
export type BroadcastResults = Schemas['Results']
export type BroadcastRecipient = Told<Schemas['RecipientView']>
export type NewBroadcast = Schemas['NewBroadcast']
export type ContactChanges = Schemas['ContactChanges']
export type Counts = Told<Schemas['Counts']>

type ContentView = Schemas['ContentView']
type MediaType = 'image' | 'audio' | 'video' | 'document' | 'sticker'
export type FileView = Told<Schemas['FileView']>
export type MediaContent = { media: FileView } & With<ContentView, MediaType, 'media'> &
  Pick<ContentView, 'caption' | 'voice'>
type Details = NonNullable<ContentView['details']>
export type Place = Told<Schemas['SharedPlace']>
export type CardPerson = Told<Schemas['Card']>
export type Product = Told<Schemas['OrderedProduct']>
export type Answer = Told<Schemas['FormAnswer']>
export type Call = Told<Schemas['CallView']>
/** Content whose details surely hold this. */
type Detailed<Type, Field extends keyof Details, Held> = { type: Type; details: { [Name in Field]: Held } } & Pick<ContentView, 'body'>
export type OfferType =
  | 'menu'
  | 'link'
  | 'location-request'
  | 'contact-request'
  | 'flow'
  | 'carousel'
  | 'product'
  | 'product-list'
  | 'catalog'
/** Something of ours to be tapped. */
export type OfferContent = { type: OfferType; details: { offer: Schemas['OfferView'] } } & Pick<ContentView, 'body'>
export type Content =
  | With<ContentView, 'text', 'body'>
  | MediaContent
  | (With<ContentView, 'choice', 'body'> & Pick<ContentView, 'caption'>)
  | Detailed<'location', 'place', Place>
  | Detailed<'contacts', 'people', CardPerson[]>
  | Detailed<'form', 'answers', Answer[]>
  | ({ type: 'order'; details: { products: Product[] } & Pick<Details, 'catalogue'> } & Pick<ContentView, 'body'>)
  | OfferContent
  | Detailed<'call', 'call', Call>
  | ({ type: 'reaction' } & Pick<ContentView, 'body'>)
  | (With<ContentView, 'template', 'template'> & { template: TemplateBubble } & Pick<ContentView, 'body'>)
  | { type: 'revoked' }
  | With<ContentView, 'unsupported', 'kind'>

export type TemplateBubble = Told<Schemas['TemplateBubble']>
export type TemplateLayout = Told<Schemas['LayoutView']>
export type TemplateVariable = Told<Schemas['VariableView']>
export type Template = Told<Schemas['TemplateView']>
export type TemplateAccount = Told<Schemas['TemplateAccount']>
export type TemplateText = Schemas['TemplateText']
export type NewTemplate = Schemas['NewTemplate']

export type MessageContext = Told<Schemas['ContextView']>
export type Quote = Told<Schemas['Quote']>
export type Referral = Told<Schemas['Referral']>
export type Author = Told<Schemas['AuthorView']>
export type Message = Told<Omit<Schemas['MessageView'], 'content'>> & { content: Content }
export type Note = Told<Schemas['NoteView']>
type HandoverEvent = 'handover-asked' | 'handover-declined' | 'handover-ended' | 'handover-withdrawn'
type EndingEvent = 'snoozed' | 'woken' | 'nudged' | 'nudge-not-sent' | 'agent-silent' | 'resolved-silent'
export type ConversationEvent = Told<Omit<Schemas['EventView'], 'type'>> & {
  type: 'abandoned' | 'opened' | 'queued' | 'assigned' | 'assigned-beyond' | 'transferred' | HandoverEvent | EndingEvent | 'unassigned' | 'resolved' | 'reopened' | 'labeled' | 'ruled' | 'ruled-partly' | 'number-changed' | 'device-changed'
}

/** A line of the timeline holds what its kind says. */
export type TimelineItem = Pick<Schemas['ItemView'], 'at'> &
  ({ kind: 'message'; message: Message } | { kind: 'note'; note: Note } | { kind: 'event'; event: ConversationEvent })

export type Transfer = Schemas['Transfer']
export type WholeTransfer = Schemas['WholeTransfer']
export type TransferTargets = Told<Schemas['TransferTargets']>
export type Offer = Told<Schemas['AgentOfferView']>
export type Handover = Told<Schemas['HandoverView']>
export type Disposition = Told<Schemas['DispositionView']>
export type EndingOfDepartment = Told<Schemas['EndingOfDepartment']>
export type CannedReply = Told<Schemas['CannedReplyView']>
export type WantedCannedReply = Schemas['WantedCannedReply']
export type WrapUp = Told<Schemas['WrapUpView']>

type NewContent = Schemas['NewContent']
export type NewOffer = Schemas['NewOffer']
export type ReplyContent =
  | (With<NewContent, 'text', 'body'> & Pick<NewContent, 'preview'>)
  | (With<NewContent, MediaType, 'mediaId'> & Pick<NewContent, 'caption' | 'voice'>)
  | With<NewContent, 'location', 'place'>
  | With<NewContent, 'contacts', 'people'>
  | ({ type: 'reaction' } & Pick<NewContent, 'emoji'>)
  | ({ type: OfferType } & Pick<NewContent, 'body' | 'offer'>)
  | (With<NewContent, 'template', 'templateId'> & Pick<NewContent, 'values'>)

export type Limits = Told<Schemas['Limits']>
export type Operations = Told<Schemas['Operations']>
export type Standing = Told<Schemas['Standing']>
export type AuditEntry = Told<Schemas['AuditEntry']>
export type DeadLetter = Told<Schemas['DeadLetter']>

export type NumberCheck = Told<Schemas['NumberCheck']>
export type NumberNews = Told<Schemas['NewsOfNumber']>
export type NumberStep = NumberCheck['steps'][number]
export type NewNumber = Schemas['NewNumber']
export type NewMetaApp = Schemas['NewMetaApp']
export type MetaApp = Told<Schemas['AppOfMeta']>
export type CodeWanted = Schemas['CodeWanted']
export type NumberProfile = Told<Schemas['NumberProfile']>
export type SignupGrant = Told<Schemas['SignupGrant']>

export type OwnSession = Told<Schemas['OwnSession']>
export type Factor = OwnSession['secondFactors'][number]
export type OwnSecurity = Told<Schemas['OwnSecurity']>
export type Passkey = Told<Schemas['Passkey']>
export type PasskeyAnswer = Schemas['ShownPasskey']
export type PasskeyCreation = Told<Schemas['PasskeyCreation']>
export type PasskeyRequest = Told<Schemas['PasskeyRequest']>
export type OpenSession = Told<Schemas['OpenSession']>
export type SecurityPolicy = Told<Schemas['SecurityPolicy']>

export type Colleague = Told<Schemas['Colleague']>
export type HeldRole = Told<Schemas['HeldRole']>
export type Role = Told<Schemas['RoleView']>
export type NewUser = Schemas['NewUser']
export type UserChanges = Schemas['UserChanges']
export type AddressChange = Told<Schemas['AddressChange']>
export type Invitation = Told<Schemas['InvitationView']>
export type ApiToken = Told<Schemas['ApiToken']>
export type NewToken = Schemas['NewToken']
export type Channel = Told<Schemas['ConnectedNumber']>
export type PasswordLink = Told<Schemas['PasswordLink']>
export type Tenant = Told<Schemas['TenantView']>
export type NewTenant = Schemas['NewTenant']
export type AuditFilter = Omit<NonNullable<paths['/api/v1/audit-entries']['get']['parameters']['query']>, 'cursor' | 'limit'>

import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { networkSources } from '#api/contract/network'
import { Shell } from './components/Shell.tsx'
import { AnalysesPage } from './pages/AnalysesPage.tsx'
import { AnalysisPage } from './pages/AnalysisPage.tsx'
import { CasePage } from './pages/CasePage.tsx'
import { DataPage } from './pages/DataPage.tsx'
import { DatasetPage } from './pages/DatasetPage.tsx'
import { DocumentPage } from './pages/DocumentPage.tsx'
import { HomePage } from './pages/HomePage.tsx'
import { InstrumentPage } from './pages/InstrumentPage.tsx'
import { MeasuresPage } from './pages/MeasuresPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { PositionsPage } from './pages/PositionsPage.tsx'
import { RatingRoomPage } from './pages/RatingRoomPage.tsx'
import { RatingsPage } from './pages/RatingsPage.tsx'
import { RecordPage } from './pages/RecordPage.tsx'
import { RelationPage } from './pages/RelationPage.tsx'
import { RelationsPage } from './pages/RelationsPage.tsx'
import { SearchPage } from './pages/SearchPage.tsx'

// loaded when they are first visited: an editor is no part of what every reader needs
const FrameworkPage = lazyRouteComponent(() => import('./pages/FrameworkPage.tsx'), 'FrameworkPage')
const FrameworksPage = lazyRouteComponent(() => import('./pages/FrameworksPage.tsx'), 'FrameworksPage')
const BaselinesPage = lazyRouteComponent(() => import('./pages/BaselinesPage.tsx'), 'BaselinesPage')
const WarningsPage = lazyRouteComponent(() => import('./pages/WarningsPage.tsx'), 'WarningsPage')
const PlansPage = lazyRouteComponent(() => import('./pages/PlansPage.tsx'), 'PlansPage')
const PlanPage = lazyRouteComponent(() => import('./pages/PlanPage.tsx'), 'PlanPage')
const CalibrationPage = lazyRouteComponent(() => import('./pages/CalibrationPage.tsx'), 'CalibrationPage')
const QuestionsPage = lazyRouteComponent(() => import('./pages/QuestionsPage.tsx'), 'QuestionsPage')
const QuestionPage = lazyRouteComponent(() => import('./pages/QuestionPage.tsx'), 'QuestionPage')
const NewPlanPage = lazyRouteComponent(() => import('./pages/PlanPage.tsx'), 'NewPlanPage')
const MechanismsPage = lazyRouteComponent(() => import('./pages/MechanismsPage.tsx'), 'MechanismsPage')
const MediationPage = lazyRouteComponent(() => import('./pages/MediationPage.tsx'), 'MediationPage')
const DisputePage = lazyRouteComponent(() => import('./pages/DisputePage.tsx'), 'DisputePage')
const PeacekeepingPage = lazyRouteComponent(() => import('./pages/PeacekeepingPage.tsx'), 'PeacekeepingPage')
const MediationCasesPage = lazyRouteComponent(
  () => import('./pages/MediationCasesPage.tsx'),
  'MediationCasesPage',
)
const DefenceNetworkPage = lazyRouteComponent(
  () => import('./pages/DefenceNetworkPage.tsx'),
  'DefenceNetworkPage',
)
const DefencePage = lazyRouteComponent(() => import('./pages/DefencePage.tsx'), 'DefencePage')
const CommitmentsPage = lazyRouteComponent(() => import('./pages/CommitmentsPage.tsx'), 'CommitmentsPage')

const LedgerPage = lazyRouteComponent(() => import('./pages/LedgerPage.tsx'), 'LedgerPage')
const ConstraintsPage = lazyRouteComponent(() => import('./pages/ConstraintsPage.tsx'), 'ConstraintsPage')
const ContradictionsPage = lazyRouteComponent(
  () => import('./pages/ContradictionsPage.tsx'),
  'ContradictionsPage',
)
const ScenariosPage = lazyRouteComponent(() => import('./pages/ScenariosPage.tsx'), 'ScenariosPage')
const DriversPage = lazyRouteComponent(() => import('./pages/DriversPage.tsx'), 'DriversPage')

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })
const getParentRoute = () => root
const routeTree = root.addChildren([
  createRoute({ getParentRoute, path: '/', component: HomePage }),
  createRoute({
    getParentRoute,
    path: '/search',
    component: SearchPage,
    validateSearch: (given: Record<string, unknown>): { q?: string; kind?: string } => ({
      ...(typeof given['q'] === 'string' ? { q: given['q'] } : {}),
      ...(typeof given['kind'] === 'string' ? { kind: given['kind'] } : {}),
    }),
  }),
  createRoute({ getParentRoute, path: '/cases/$id', component: CasePage }),
  createRoute({ getParentRoute, path: '/mediation', component: MediationPage }),
  createRoute({ getParentRoute, path: '/mediation/disputes/$', component: DisputePage }),
  createRoute({ getParentRoute, path: '/relations', component: RelationsPage }),
  createRoute({ getParentRoute, path: '/relations/$id', component: RelationPage }),
  createRoute({ getParentRoute, path: '/frameworks/', component: FrameworksPage }),
  createRoute({ getParentRoute, path: '/frameworks/$', component: FrameworkPage }),
  createRoute({
    getParentRoute,
    path: '/plans/',
    component: PlansPage,
    validateSearch: (given: Record<string, unknown>): { relation?: string } => ({
      ...(typeof given['relation'] === 'string' ? { relation: given['relation'] } : {}),
    }),
  }),
  createRoute({
    getParentRoute,
    path: '/plans/new',
    component: NewPlanPage,
    validateSearch: (given: Record<string, unknown>): { relation?: string } => ({
      ...(typeof given['relation'] === 'string' ? { relation: given['relation'] } : {}),
    }),
  }),
  createRoute({ getParentRoute, path: '/plans/$', component: PlanPage }),
  createRoute({
    getParentRoute,
    path: '/mechanisms',
    component: MechanismsPage,
    validateSearch: (given: Record<string, unknown>): { at?: string } => ({
      ...(typeof given['at'] === 'string' || typeof given['at'] === 'number'
        ? { at: String(given['at']) }
        : {}),
    }),
  }),
  createRoute({ getParentRoute, path: '/commitments', component: CommitmentsPage }),
  createRoute({ getParentRoute, path: '/mediation/cases', component: MediationCasesPage }),
  createRoute({
    getParentRoute,
    path: '/defence',
    component: DefencePage,
    validateSearch: (given: Record<string, unknown>): { state?: string } => ({
      ...(typeof given['state'] === 'string' ? { state: given['state'] } : {}),
    }),
  }),
  createRoute({
    getParentRoute,
    path: '/defence/network',
    component: DefenceNetworkPage,
    validateSearch: (
      given: Record<string, unknown>,
    ): { state?: string; source?: 'ledger' | 'dcad' | 'military-exercises' | 'sipri-arms' } => {
      const source = networkSources.find((one) => one === given['source'])
      return {
        ...(typeof given['state'] === 'string' ? { state: given['state'] } : {}),
        ...(source === undefined ? {} : { source }),
      }
    },
  }),
  createRoute({
    getParentRoute,
    path: '/peacekeeping',
    component: PeacekeepingPage,
    validateSearch: (
      given: Record<string, unknown>,
    ): { state?: string; peers?: string; from?: number; to?: number } => ({
      ...(typeof given['state'] === 'string' ? { state: given['state'] } : {}),
      ...(typeof given['peers'] === 'string' ? { peers: given['peers'] } : {}),
      ...(typeof given['from'] === 'number' ? { from: given['from'] } : {}),
      ...(typeof given['to'] === 'number' ? { to: given['to'] } : {}),
    }),
  }),
  createRoute({ getParentRoute, path: '/ratings', component: RatingsPage }),
  createRoute({ getParentRoute, path: '/ratings/$id', component: RatingRoomPage }),
  createRoute({ getParentRoute, path: '/contradictions', component: ContradictionsPage }),
  createRoute({ getParentRoute, path: '/ledger', component: LedgerPage }),
  createRoute({ getParentRoute, path: '/constraints', component: ConstraintsPage }),
  createRoute({
    getParentRoute,
    path: '/scenarios',
    component: ScenariosPage,
    validateSearch: (given: Record<string, unknown>): { id?: string } => ({
      ...(typeof given['id'] === 'string' ? { id: given['id'] } : {}),
    }),
  }),
  createRoute({
    getParentRoute,
    path: '/drivers',
    component: DriversPage,
    validateSearch: (given: Record<string, unknown>): { question?: string } => ({
      ...(typeof given['question'] === 'string' ? { question: given['question'] } : {}),
    }),
  }),
  createRoute({ getParentRoute, path: '/questions', component: QuestionsPage }),
  createRoute({ getParentRoute, path: '/questions/$id', component: QuestionPage }),
  createRoute({ getParentRoute, path: '/records/$kind/$', component: RecordPage }),
  createRoute({ getParentRoute, path: '/documents/$', component: DocumentPage }),
  createRoute({ getParentRoute, path: '/instruments/$id', component: InstrumentPage }),
  createRoute({ getParentRoute, path: '/data', component: DataPage }),
  createRoute({ getParentRoute, path: '/data/$id', component: DatasetPage }),
  createRoute({ getParentRoute, path: '/measures', component: MeasuresPage }),
  createRoute({ getParentRoute, path: '/positions', component: PositionsPage }),
  createRoute({ getParentRoute, path: '/baselines', component: BaselinesPage }),
  createRoute({ getParentRoute, path: '/warnings', component: WarningsPage }),
  createRoute({ getParentRoute, path: '/calibration', component: CalibrationPage }),
  createRoute({ getParentRoute, path: '/analyses', component: AnalysesPage }),
  createRoute({ getParentRoute, path: '/analyses/$id', component: AnalysisPage }),
])

export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent' })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

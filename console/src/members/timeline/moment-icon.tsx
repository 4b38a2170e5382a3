/** A sign for each kind of moment, so that the eye finds it. */
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import CardGiftcardOutlined from '@mui/icons-material/CardGiftcardOutlined';
import CardMembershipOutlined from '@mui/icons-material/CardMembershipOutlined';
import DevicesOutlined from '@mui/icons-material/DevicesOutlined';
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import HourglassTopOutlined from '@mui/icons-material/HourglassTopOutlined';
import MailOutlined from '@mui/icons-material/MailOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import SupportAgentOutlined from '@mui/icons-material/SupportAgentOutlined';
import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import type { MomentKind } from './moment-words.js';

const icons: Record<MomentKind, SvgIconComponent> = {
  account: PersonOutlined,
  membership: CardMembershipOutlined,
  trial: HourglassTopOutlined,
  invoice: ReceiptLongOutlined,
  money: PaymentsOutlined,
  consent: HandshakeOutlined,
  letter: MailOutlined,
  'stripe-event': CampaignOutlined,
  session: DevicesOutlined,
  'second-factor': VpnKeyOutlined,
  read: MenuBookOutlined,
  gift: CardGiftcardOutlined,
  note: EditNoteOutlined,
  deed: SupportAgentOutlined,
};

export function MomentIcon({ kind }: { kind: MomentKind }) {
  const Icon = icons[kind];
  return <Icon fontSize="small" sx={{ color: 'text.secondary' }} aria-hidden />;
}

import type { BrandContent, BrandKind, Card, Commerce, Coupon, Links } from '../../kakao/message/brand/content';
import type { BrandRules, ButtonRule, TextRule } from '../../kakao/message/brand/rules';
import type { Button, ButtonType } from '../../kakao/message/template';

/** How much of what a kind has a place for: the least that it needs, everything once, or everything to its limit. */
export type Measure = 'least' | 'everything' | 'limit';

/** An advertisement of a kind as this dealer's rules allow it. Pictures are still to be uploaded. */
export function contentOf(kind: BrandKind, rules: BrandRules, measure: Measure): BrandContent {
	const rule = rules.kinds[kind];
	const text = writer(measure);
	const least = measure === 'least';
	const parts = partsFor(rules, measure);
	return {
		kind,
		text: rule.text && (!least || rule.text.required) ? text('글', rule.text) : undefined,
		header: rule.header && (!least || rule.header.required) ? text('머리', rule.header) : undefined,
		additional: least ? undefined : rule.additional && text('내일 도착', rule.additional),
		image: rule.image && 'picture',
		imageLink: rule.imageLink && !least ? web('/picture').linkMobile : undefined,
		items:
			rule.items &&
			Array.from({ length: least ? rule.items.min : rule.items.max }, (_, at) => ({
				title: least && at === 0 ? undefined : text(`상품 ${at}`, at === 0 ? rule.items!.first : rule.items!.others),
				image: 'picture',
				...(least ? { linkMobile: `${SHOP}/${at}` } : parts.links(`/items/${at}`)),
			})),
		commerce: rule.commerce && parts.product(0),
		video: rule.video && { url: 'https://tv.kakao.com/v/450012345', thumbnail: least ? undefined : 'picture' },
		carousel: rule.carousel && parts.carousel(rule.carousel),
		buttons: rule.buttons ? parts.buttons(rule.buttons, rule.coupon !== undefined) : [],
		coupon: least || rule.coupon === undefined ? undefined : parts.coupon(rule.coupon),
	};
}

const SHOP = 'https://shop.example.com';
/** Signs that a careless wire would lose: quotes, slashes, line ends, emoji, two blanks, another's placeholders. */
const AWKWARD = '"봄"  세일 \\n <b>50%</b> & 🎉 {name} $1';

const web = (path: string): Links & { linkMobile: string } => ({
	linkMobile: `${SHOP}${path}?a=1&b=%20`,
	linkPc: `${SHOP}/pc${path}`,
});
const app = { schemeAndroid: 'shopapp://sale', schemeIos: 'shopios://sale' };

function writer(measure: Measure): (text: string, rule: TextRule) => string {
	return (text, { limit, breaks }) => {
		if (measure === 'least') return text;
		// No emoji here: one that is cut in two is no text any more.
		if (measure === 'limit') return `${'가\n'.repeat(breaks)}${text} & "봄"`.slice(0, limit).padEnd(limit, '나');
		const whole = `${'가\n'.repeat(Math.min(breaks, 1))}${text} ${AWKWARD}`;
		return whole.length <= limit ? whole : text;
	};
}

function partsFor(rules: BrandRules, measure: Measure) {
	const text = writer(measure);
	const least = measure === 'least';
	const long = (link: string) => (measure === 'limit' ? link.padEnd(rules.link, 'x') : link);
	const links = (path: string): Links => ({ ...web(path), linkMobile: long(`${SHOP}${path}?a=`), ...app });
	const buttons = (rule: ButtonRule, withCoupon: boolean, addChannel = true): Button[] =>
		buttonTypes(rule, least ? rule.min : withCoupon ? rule.maxWithCoupon : rule.max, addChannel).map((type, at) => ({
			type,
			name: type === 'AC' ? '채널 추가' : text(`단추 ${at + 1}`, { limit: rule.nameLimit, breaks: 0 }),
			...(type === 'WL' && (least ? { linkMobile: SHOP } : { ...web(`/${at}`), linkMobile: long(`${SHOP}/${at}`) })),
			...(type === 'AL' && { ...app, linkMobile: long(`${SHOP}/app`) }),
		}));
	const coupon = (limit: number): Coupon => ({
		title: measure === 'limit' ? '99999999원 할인 쿠폰' : '20% 할인 쿠폰',
		description: text('오늘까지', { limit: measure === 'limit' ? limit : Math.min(limit, 8), breaks: 0 }),
		...links('/coupon'),
	});
	/** Kakao's three combinations of prices, one after another. */
	const product = (at: number): Commerce => ({
		title: text(`상품 ${at}`, { limit: 30, breaks: 0 }),
		regularPrice: measure === 'limit' ? '99999999' : '30000',
		...(!least && at % 3 === 0 && { discountPrice: '24000', discountRate: measure === 'limit' ? '100' : '20' }),
		...(!least && at % 3 === 1 && { discountPrice: '0', discountFixed: String(Math.min(rules.discountFixed, 30_000)) }),
	});
	const carousel = (rule: NonNullable<BrandRules['kinds'][BrandKind]['carousel']>): BrandContent['carousel'] => {
		const intro = least ? undefined : rule.intro;
		const count = least ? rule.min : (intro ?? rule).max;
		const card = (at: number): Card => ({
			header: rule.header && text(`소식 ${at}`, rule.header),
			text: rule.text && text(`내용 ${at}`, rule.text),
			additional: least ? undefined : rule.additional && text('무료 배송', rule.additional),
			commerce: rule.commerce && product(at),
			image: 'picture',
			imageLink: least ? undefined : web(`/cards/${at}`).linkMobile,
			// One in the whole carousel.
			buttons: buttons(rule.buttons, !least, at === count - 1),
			coupon: least ? undefined : coupon(rule.coupon),
		});
		return {
			intro: intro && {
				header: text('인트로', intro.header),
				text: text('골라 담아요', intro.text),
				image: 'picture',
				...links('/intro'),
			},
			cards: Array.from({ length: count }, (_, at) => card(at)),
			more: least ? undefined : links('/more'),
		};
	};
	return { links, buttons, coupon, product, carousel };
}

/** As many different buttons as there is room for, "add channel" at its place. */
function buttonTypes({ types, addChannel }: ButtonRule, count: number, mayAddChannel: boolean): ButtonType[] {
	const withChannel = mayAddChannel && types.includes('AC') && count > 1;
	const others = (['WL', 'AL', 'BK', 'MD'] as const).filter((type) => types.includes(type));
	const room = count - (withChannel ? 1 : 0);
	const chosen: ButtonType[] = Array.from({ length: room }, (_, at) => others[at % others.length]!);
	if (!withChannel) return chosen;
	return addChannel === 'first' ? ['AC', ...chosen] : [...chosen, 'AC'];
}

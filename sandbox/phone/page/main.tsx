import { render } from 'preact';
import './css/base.css';
import './css/list.css';
import './css/empty.css';
// After the list's, because it overrides it on narrow screens.
import './css/layout.css';
import './css/phone.css';
import './css/chat.css';
import './css/bubble.css';
import './css/brand.css';
import './css/carousel.css';
import './css/consult.css';
import './css/chatbot.css';
import './css/composer.css';
import './css/botBar.css';
import './css/sheet.css';
import './css/consultSheet.css';
import './css/channel.css';
import './css/inspector.css';
import './css/records.css';
import { App } from './App.tsx';
import { Store } from './store.mts';

const store = new Store();
const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app element');
const { n8n = '', nhnCloud = '' } = root.dataset;
render(<App store={store} n8n={n8n} nhnCloud={nhnCloud} />, root);
store.start();

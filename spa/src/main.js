/* Starts the application. */
import { createApp } from 'vue';
import './ui/style.css';
import './ui/theme.js';
import App from './App.vue';
import { router } from './router.js';

createApp(App).use(router).mount('#app');

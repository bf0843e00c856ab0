export { render } from 'plivo-jsx';

import common from './common.json';
import widget from './widget.json';

/** Texts of the home page's widget, which need not wait for those of the pages. */
export default { ...common, ...widget };

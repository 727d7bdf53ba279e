/** Files that people write by hand, read strictly: every mistake is told, with its line. */
package org.kith.yaml;

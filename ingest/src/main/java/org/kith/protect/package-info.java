/**
 * The door between raw exports and the protected zone: what tells who a person is stays outside.
 */
package org.kith.protect;

package org.kith.prompts;

import java.util.List;

/**
 * Questions that belong together.
 *
 * @param name what people choose it by
 * @param prompts in the order they are asked
 */
public record Form(String id, String name, List<Prompt> prompts) {
  public Form {
    Prompts.checkId("form", id);
    prompts = List.copyOf(prompts);
  }
}

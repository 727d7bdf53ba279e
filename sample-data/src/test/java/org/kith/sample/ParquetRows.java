package org.kith.sample;

import com.jerolba.carpet.CarpetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.LocalInputFile;

/** Any Parquet file, read without knowing its columns. */
final class ParquetRows {
  private ParquetRows() {}

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> of(Path file) throws IOException {
    return (List<Map<String, Object>>)
        (List<?>) new CarpetReader<>(new LocalInputFile(file), Map.class).toList();
  }
}

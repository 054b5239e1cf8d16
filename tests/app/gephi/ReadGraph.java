import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gephi.io.importer.api.EdgeDraft;
import org.gephi.io.importer.api.NodeDraft;
import org.gephi.io.importer.impl.ImportContainerImpl;
import org.gephi.io.importer.plugin.file.ImporterGraphML;

/** Reads a GraphML file as Gephi does and prints its nodes, its edges and what Gephi complains of, a line each. */
public class ReadGraph {
    public static void main(String[] args) throws Exception {
        var importer = new ImporterGraphML();
        var container = new ImportContainerImpl();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            importer.setReader(reader);
            importer.execute(container.getLoader());
        }
        importer.getReport().getIssues(100).forEachRemaining(issue -> print("issue", issue.getMessage()));
        for (NodeDraft node : container.getUnloader().getNodes()) {
            print("node", node.getId(), node.getLabel());
        }
        for (EdgeDraft edge : container.getUnloader().getEdges()) {
            String weight = String.valueOf(edge.getWeight());
            print("edge", edge.getSource().getId(), edge.getTarget().getId(), edge.getLabel(), weight);
        }
    }

    private static void print(String... parts) {
        System.out.println(String.join("\t", parts));
    }
}

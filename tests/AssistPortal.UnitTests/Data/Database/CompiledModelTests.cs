using System.Runtime.Loader;
using System.Text.RegularExpressions;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.ModelCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AssistPortal.UnitTests.Data.Database;

/// <summary>What each publishing makes of the model; here it is compiled in memory, under the same name.</summary>
public sealed partial class CompiledModelTests
{
    public static TheoryData<DatabaseProvider> Providers => MigrationTests.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_model_that_is_published_is_that_of_the_configurations(DatabaseProvider provider)
    {
        using var db = MigrationTests.NewContext(provider);
        var folder = Directory.CreateTempSubdirectory();
        var context = new AssemblyLoadContext($"{provider}", isCollectible: true);
        var files = ModelWriter.Write(db, folder.FullName, CompiledModel.MigrationsOf(provider));
        var assembly = context.LoadFromStream(Compiled(CompiledModel.MigrationsOf(provider), files));

        var model = CompiledModel.In(assembly);

        Assert.NotNull(model);
        var options = (DbContextOptions<PortalDbContext>)db.GetService<IDbContextOptions>();
        using var published = new PortalDbContext(
            new DbContextOptionsBuilder<PortalDbContext>(options).UseModel(model).Options);
        Assert.Equal(Described(db), PlaceOfComplexType().Replace(Described(published), ""));
        context.Unload();
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void What_is_built_but_not_published_builds_its_model_at_start(DatabaseProvider provider)
    {
        Assert.Null(CompiledModel.Find(provider));
        Assert.Null(CompiledModel.Find(provider, isPublished: false));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_portal_that_was_published_without_its_model_does_not_start(DatabaseProvider provider)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => CompiledModel.Find(provider, isPublished: true));
        Assert.Contains($"{provider}", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The code repeats for a complex type which table it lies in.</summary>
    [GeneratedRegex(
        @"\n {10}Annotations: (\r?\n {12}Relational:(FunctionName|Schema|SqlQuery|TableName|ViewName|ViewSchema): .*)+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlaceOfComplexType();

    private static string Described(PortalDbContext db) =>
        db.Model.ToDebugString(MetadataDebugStringOptions.LongDefault);

    private static MemoryStream Compiled(string name, IEnumerable<string> files)
    {
        var known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != name)
            .Select(path => MetadataReference.CreateFromFile(path));
        var image = new MemoryStream();
        var result = CSharpCompilation
            .Create(
                name,
                files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)),
                known,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(image);
        Assert.True(
            result.Success,
            string.Join('\n', result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        return image;
    }
}

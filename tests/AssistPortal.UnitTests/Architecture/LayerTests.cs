using System.Reflection;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.UnitTests.Architecture;

public sealed class LayerTests
{
    public static TheoryData<string, string[]> MayReference => new()
    {
        { "AssistPortal.Data", [] },
        { "AssistPortal.Mail", ["AssistPortal.Data"] },
        { "AssistPortal.Assist", ["AssistPortal.Mail", "AssistPortal.Data"] },
        { "AssistPortal.Trials", ["AssistPortal.Mail", "AssistPortal.Data"] },
    };

    [Theory]
    [MemberData(nameof(MayReference))]
    public void Arrows_run_down_only(string name, string[] allowed)
    {
        var floor = Assemblies.BelowWeb.Single(assembly => assembly.GetName().Name == name);

        Assert.Empty(ReferencesOf(floor).Where(Ours).Except(allowed, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(MayReference))]
    public void Projects_reference_no_more_than_their_code_may(string name, string[] allowed)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", name, $"{name}.csproj"));
        var references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Empty(references.Where(Ours).Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void Nobody_but_the_web_knows_MVC() => Assert.All(
        Assemblies.BelowWeb,
        floor => Assert.DoesNotContain(
            ReferencesOf(floor), name => name.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal)));

    [Fact]
    public void Entity_configurations_are_a_modules_own_business()
    {
        var configurations = Assemblies.BelowWeb.Append(Assemblies.Web)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetInterfaces().Any(implemented =>
                implemented.IsGenericType
                    && implemented.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)))
            .ToList();

        Assert.NotEmpty(configurations);
        Assert.DoesNotContain(configurations, type => type.IsVisible);
    }

    [Fact]
    public void Namespaces_begin_with_their_assemblys_name() => Assert.All(
        Assemblies.BelowWeb.Append(Assemblies.Web),
        assembly => Assert.All(
            assembly.GetExportedTypes().Where(type => type.Namespace is not null),
            type => Assert.True(
                $"{type.Namespace}.".StartsWith($"{assembly.GetName().Name}.", StringComparison.Ordinal)
                    || type.Namespace!.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal),
                type.FullName)));

    private static bool Ours(string name) => name.StartsWith("AssistPortal.", StringComparison.Ordinal);

    private static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!);
}

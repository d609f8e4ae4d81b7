using AssistPortal.Data.Database;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace AssistPortal.TestSupport.Databases;

/// <summary>
/// A fact of a class that stands for one database, by the end of its name: <c>…OnSqlite</c>, <c>…OnPostgreSql</c> or
/// <c>…OnSqlServer</c>. The last one is skipped where no server is named: see <see cref="TestDatabase"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(
    $"AssistPortal.TestSupport.Databases.{nameof(DatabaseFactDiscoverer)}", "AssistPortal.TestSupport")]
public sealed class DatabaseFactAttribute : FactAttribute;

/// <inheritdoc cref="DatabaseFactAttribute" />
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(
    $"AssistPortal.TestSupport.Databases.{nameof(DatabaseTheoryDiscoverer)}", "AssistPortal.TestSupport")]
public sealed class DatabaseTheoryAttribute : TheoryAttribute;

public sealed class DatabaseFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        MissingServer.Skipped(DiagnosticMessageSink, discoveryOptions, testMethod)
            ?? base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}

public sealed class DatabaseTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        MissingServer.Skipped(DiagnosticMessageSink, discoveryOptions, testMethod) is { } skipped
            ? [skipped]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}

internal static class MissingServer
{
    /// <summary>The test as a skipped one, where its server is missing.</summary>
    public static IXunitTestCase? Skipped(
        IMessageSink sink, ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod method) =>
        method.TestClass.Class.Name.EndsWith($"On{DatabaseProvider.SqlServer}", StringComparison.Ordinal)
        && TestDatabase.Server(DatabaseProvider.SqlServer) is null
            ? new XunitSkippedDataRowTestCase(
                sink,
                discoveryOptions.MethodDisplayOrDefault(),
                discoveryOptions.MethodDisplayOptionsOrDefault(),
                method,
                $"{TestDatabase.SqlServerVariable} names no server.")
            : null;
}

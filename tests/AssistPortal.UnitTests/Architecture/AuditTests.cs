using System.Reflection;
using System.Runtime.CompilerServices;
using AssistPortal.Data;
using AssistPortal.Data.Audit;

namespace AssistPortal.UnitTests.Architecture;

public sealed class AuditTests
{
    private const BindingFlags Own = BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static readonly IReadOnlyList<Type> Records =
    [
        .. Assemblies.BelowWeb.Append(Assemblies.Web).SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(AuditRecord)) && !type.IsAbstract),
    ];

    [Fact]
    public void Nobody_above_the_data_can_make_an_entry_but_by_its_record()
    {
        Assert.Empty(typeof(AuditEntry).GetConstructors());
        Assert.DoesNotContain(typeof(AuditEntry).GetProperties(), property => property.SetMethod?.IsPublic == true);
        Assert.All(
            Assemblies.Data.GetCustomAttributes<InternalsVisibleToAttribute>(),
            friend => Assert.DoesNotContain(
                friend.AssemblyName, Assemblies.BelowWeb.Append(Assemblies.Web).Select(floor => floor.GetName().Name)));
    }

    [Fact]
    public void The_trail_alone_makes_entries()
    {
        var makers = Assemblies.Data.GetTypes()
            .SelectMany(type => type.GetMethods(Own))
            .Where(method => CallReader.CallsOf(method)
                .Any(called => called.IsConstructor && called.DeclaringType == typeof(AuditEntry)));

        Assert.Equal([typeof(AuditTrail)], makers.Select(method => method.DeclaringType).Distinct());
    }

    [Fact]
    public void Every_act_has_a_sealed_record_with_a_key_of_its_own_that_fits()
    {
        var known = new AuditRecords(Assemblies.BelowWeb.Select(assembly => new EntityAssembly(assembly)));

        Assert.Equal(Records.Count, known.Actions.Count);
        Assert.All(Records, record => Assert.True(record.IsSealed, $"{record} is not sealed."));
        Assert.All(Records, record => Assert.EndsWith(".Audit", record.Namespace, StringComparison.Ordinal));
        Assert.All(known.Actions, key => Assert.Matches("^[a-z]+(-[a-z]+)*[.][a-z]+(-[a-z]+)*$", key));
        Assert.All(known.Actions, key => Assert.InRange(key.Length, 3, AuditActionAttribute.KeyLength));
    }

    [Fact]
    public void Nobody_can_change_what_a_record_says() => Assert.DoesNotContain(
        Records.SelectMany(record => record.GetProperties()),
        property => property.SetMethod is { } set
            && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));
}

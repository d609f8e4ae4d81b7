using System.Reflection;
using System.Runtime.CompilerServices;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>
/// Whatever the database holds is changed by its own methods only: all types of the model, found in the model.
/// </summary>
public sealed class EntityTests
{
    private const string ByKeyStore = "The package that keeps data-protection keys makes and reads it.";
    private const string ByIdentity = "ASP.NET Core Identity's managers and stores set it from outside.";

    /// <summary>Types of which others may set what these types themselves declare, each with its reason.</summary>
    private static readonly Dictionary<Type, string> Open = new()
    {
        [typeof(IdentityUser<Guid>)] = ByIdentity,
        [typeof(IdentityRole<Guid>)] = ByIdentity,
        [typeof(IdentityUserRole<Guid>)] = ByIdentity,
        [typeof(IdentityUserClaim<Guid>)] = ByIdentity,
        [typeof(IdentityUserLogin<Guid>)] = ByIdentity,
        [typeof(IdentityUserToken<Guid>)] = ByIdentity,
        [typeof(IdentityRoleClaim<Guid>)] = ByIdentity,
        [typeof(IdentityUserPasskey<Guid>)] = ByIdentity,
        [typeof(IdentityPasskeyData)] = ByIdentity,
        [typeof(DataProtectionKey)] = ByKeyStore,
    };

    /// <summary>Types that anybody may make without saying anything of them, each with its reason.</summary>
    private static readonly Dictionary<Type, string> MadeOfNothing = new()
    {
        [typeof(PortalUser)] = "Passwords are hashed for a user who is not there yet.",
        [typeof(PortalRole)] = "Identity's role manager makes and fills it.",
        [typeof(IdentityUserRole<Guid>)] = ByIdentity,
        [typeof(IdentityUserClaim<Guid>)] = ByIdentity,
        [typeof(IdentityUserLogin<Guid>)] = ByIdentity,
        [typeof(IdentityUserToken<Guid>)] = ByIdentity,
        [typeof(IdentityRoleClaim<Guid>)] = ByIdentity,
        [typeof(IdentityUserPasskey<Guid>)] = ByIdentity,
        [typeof(IdentityPasskeyData)] = ByIdentity,
        [typeof(DataProtectionKey)] = ByKeyStore,
        [typeof(ContactDetails)] = "A draft begins with an empty one, which the host fills in.",
    };

    private static readonly IReadOnlyList<Type> Entities = ReadEntities();

    [Fact]
    public void The_model_is_read_whole() => Assert.Superset(
        new HashSet<Type>
        {
            typeof(Order),
            typeof(OrderReport),
            typeof(EventTime),
            typeof(Site),
            typeof(SiteMember),
            typeof(PortalUser),
        },
        Entities.ToHashSet());

    [Fact]
    public void No_entity_has_an_open_setter_field_or_list() => Assert.Empty(
        from entity in Entities
        from member in OpenMembers.Of(entity)
        where !Open.ContainsKey(member.DeclaringType!)
        select $"{entity.Name}.{member.Name}");

    [Fact]
    public void No_entity_hands_out_a_list_that_a_cast_opens() => Assert.Empty(
        from entity in Entities
        where HasEmptyConstructor(entity)
        from property in OpenMembers.MutableByCast(entity)
        select $"{entity.Name}.{property.Name}");

    [Fact]
    public void No_entity_is_made_of_nothing() => Assert.Empty(
        Entities.Where(IsMadeOfNothing)
            .Where(entity => !MadeOfNothing.ContainsKey(entity))
            .Select(entity => entity.Name));

    [Theory]
    [InlineData(typeof(Order))]
    [InlineData(typeof(OrderDraft))]
    [InlineData(typeof(Reservation))]
    [InlineData(typeof(OutboxMail))]
    public void What_begins_with_an_act_has_no_public_constructor(Type entity) =>
        Assert.Empty(entity.GetConstructors());

    [Fact]
    public void Each_exception_is_still_needed()
    {
        Assert.Empty(Open.Keys.Except(Entities.SelectMany(OpenMembers.Of).Select(member => member.DeclaringType!)));
        Assert.Empty(MadeOfNothing.Keys.Except(Entities.Where(IsMadeOfNothing)));
        Assert.DoesNotContain(Open.Values.Concat(MadeOfNothing.Values), string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void What_is_open_is_seen()
    {
        Assert.Equal(
            ["Array", "Field", "Internal", "List", "Set", "Settable"],
            OpenMembers.Of(typeof(Careless)).Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["CastToList", "List", "Set"],
            OpenMembers.MutableByCast(typeof(Careless))
                .Select(property => property.Name)
                .Order(StringComparer.Ordinal));
        Assert.True(IsMadeOfNothing(typeof(Careless)));
    }

    private static bool HasEmptyConstructor(Type type) =>
        type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null;

    /// <summary>It has a constructor without parameters for all, and no member that has to be said.</summary>
    private static bool IsMadeOfNothing(Type type) =>
        type.GetConstructor([]) is not null && type.GetCustomAttribute<RequiredMemberAttribute>() is null;

    private static IReadOnlyList<Type> ReadEntities()
    {
        using var db = new Migrations.Sqlite.ContextFactory().CreateDbContext([]);
        var entities = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(type => !type.IsPropertyBag);
        return [.. entities.SelectMany(WithComplexTypes).Select(type => type.ClrType).Distinct()];
    }

    private static IEnumerable<ITypeBase> WithComplexTypes(ITypeBase type) =>
        type.GetComplexProperties().SelectMany(property => WithComplexTypes(property.ComplexType)).Prepend(type);

    /// <summary>Does everything that no entity may.</summary>
    private sealed class Careless
    {
        public int Field = 1;

        public int Settable { get; set; }

        public int Internal { get; internal set; }

        public int Fixed { get; init; }

        public int Own { get; private set; }

        public List<int> List { get; } = [];

        public ISet<int> Set { get; } = new HashSet<int>();

        public int[] Array { get; } = [];

        public IReadOnlyList<int> CastToList { get; } = new List<int>();

        public IReadOnlyList<int> ReadOnly => List.AsReadOnly();
    }
}

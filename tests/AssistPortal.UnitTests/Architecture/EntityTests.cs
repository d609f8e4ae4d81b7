using System.Reflection;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Mail.Queue;

namespace AssistPortal.UnitTests.Architecture;

public sealed class EntityTests
{
    [Theory]
    [InlineData(typeof(Order))]
    [InlineData(typeof(OrderDraft))]
    [InlineData(typeof(Reservation))]
    [InlineData(typeof(OutboxMail))]
    public void Entities_with_invariants_are_changed_by_their_own_methods_only(Type entity)
    {
        Assert.DoesNotContain(entity.GetProperties(), property => property.SetMethod?.IsPublic == true);
        Assert.Empty(entity.GetFields(BindingFlags.Instance | BindingFlags.Public));
        Assert.Empty(entity.GetConstructors());
        Assert.All(entity.GetProperties().Where(IsCollection), property => Assert.StartsWith(
            "IReadOnly", property.PropertyType.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void What_hangs_on_an_order_never_changes()
    {
        Type[] parts =
        [
            typeof(OrderFeeLine), typeof(OrderCancellationTier), typeof(OrderSessionWish), typeof(ContactDetails), typeof(EventDetails),
            typeof(EventTime), typeof(ProducerSlot),
        ];

        Assert.DoesNotContain(
            parts.SelectMany(part => part.GetProperties()), property => property.SetMethod?.IsPublic == true && !IsInit(property));
    }

    private static bool IsCollection(PropertyInfo property) =>
        property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable));

    private static bool IsInit(PropertyInfo property) => property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}

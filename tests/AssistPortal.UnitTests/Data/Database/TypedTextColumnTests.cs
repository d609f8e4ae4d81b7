using AssistPortal.Data;
using AssistPortal.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AssistPortal.UnitTests.Data.Database;

/// <summary>The columns of what people type have room for each character that they see.</summary>
public sealed class TypedTextColumnTests
{
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        // In ASCII, which their rules prove.
        "Email", "RecipientEmail", "HostEmail", "SessionHostEmail", "ReportEmail", "AskerEmail", "AdminEmail",
        "Recipient", "ReplyTo", "EmailKey", "MeetingUrl", "SchedulingPage", "HostName", "SiteHost", "Address",
        "MeetingNumber", "LoanNumber", "Number", "Code", "Currency", "Country", "TimeZone", "timeZone", "Language",
        "PageLanguage", "MailLanguage",

        // Which may hold 分機 before an extension, and have up to 30 characters with it.
        "Phone",

        // Made by the portal, or by a meeting directory as a key.
        "Hash", "Key", "LiveKey", "SessionKey", "MeetingTrackingId", "ItemCodes", "Cause", "SubjectId", "MessageId",
        "InReplyTo", "OrderView.Query", "LastError", "TraceParent", "Action", "Subject", "Revision.Topic",
        "KeyHash", "KnownDevice.Browser", "KnownDevice.Platform",

        // Made of what people typed, and cut to fit: with room for all of it, or by headers of mails.
        "SearchText", "CompanyKey", "NameKey", "OutKey", "OutboxMail.RecipientName", "OutboxMail.Summary",

        // Of calendars outside: names of hosts, what hosts say, and an address that is kept protected.
        "Host", "ETag", "ProtectedAddress",
    };

    private static readonly IReadOnlyList<IProperty> Texts = Read();

    [Fact]
    public void Each_text_is_of_people_or_one_that_needs_no_room() => Assert.Empty(
        from property in Texts
        where property.FindAnnotation(TypedTextColumn.Annotation) is null
            && !Plain.Contains(property.Name)
            && !Plain.Contains(NameOf(property))
        select NameOf(property));

    [Fact]
    public void What_people_type_has_room_for_four_units_a_character()
    {
        var typed = Texts.Where(property => property.FindAnnotation(TypedTextColumn.Annotation) is not null).ToList();

        Assert.True(typed.Count > 30, "They are found.");
        Assert.Empty(
            from property in typed
            let characters = (int)property.FindAnnotation(TypedTextColumn.Annotation)!.Value!
            where property.GetMaxLength() != TypedText.Units(characters)
            select NameOf(property));
    }

    private static string NameOf(IProperty property) => $"{property.DeclaringType.ClrType.Name}.{property.Name}";

    private static List<IProperty> Read()
    {
        using var db = new ContextFactory().CreateDbContext([]);
        return
        [
            .. from type in db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
               from property in type.GetFlattenedProperties()
               where property.ClrType == typeof(string)
                   && property.GetMaxLength() is not null
                   && property.PropertyInfo?.DeclaringType?.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal)
                       is not true
               select property,
        ];
    }
}

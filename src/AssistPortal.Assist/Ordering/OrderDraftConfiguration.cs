using System.Text.Json;
using System.Text.Json.Serialization;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Assist.Ordering;

internal sealed class OrderDraftConfiguration : IEntityTypeConfiguration<OrderDraft>
{
    public void Configure(EntityTypeBuilder<OrderDraft> builder)
    {
        builder.ToTable("OrderDrafts");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Ignore(draft => draft.Time);
        builder.Property<Instant?>("start").HasColumnName("Start");
        builder.Property<int?>("durationMinutes").HasColumnName("DurationMinutes");
        builder.Property<string?>("timeZone").HasColumnName("TimeZone").HasMaxLength(Lengths.TimeZone);
        builder.ComplexProperty(draft => draft.Contact, ContactColumns.Configure);
        builder.Property(draft => draft.Lookup).HasConversion<JsonText<MeetingLookupAnswer>>();
        builder.Property(draft => draft.Event).HasConversion<JsonText<EventInformation>>();
        builder.Property(draft => draft.Unfinished).HasConversion<JsonText<IReadOnlyList<UnfinishedForm>>, SameList>();
        builder.Property(draft => draft.OverrideReason).HasTypedText(ShortNotice.ReasonLength);
        builder.Property(draft => draft.MailLanguage).HasMaxLength(Lengths.Language);
        builder.Ignore(draft => draft.WisherId);
        builder.HasIndex(draft => draft.OpenedById);
        builder.HasIndex(draft => draft.ExpiresAt);
        builder.HasOne<Site>().WithMany().HasForeignKey(draft => draft.SiteId);
        builder.HasOne<ServicePackage>().WithMany().HasForeignKey(draft => draft.PackageId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(draft => draft.OpenedById);
        builder.HasOne<PortalUser>()
            .WithMany()
            .HasForeignKey(draft => draft.HostUserId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter(), new LocalDateTimeJsonConverter() },
    };

    /// <summary>A part of the draft that is only ever read and written whole.</summary>
    private sealed class JsonText<T>() : ValueConverter<T, string>(
        part => JsonSerializer.Serialize(part, Json),
        stored => JsonSerializer.Deserialize<T>(stored, Json)!);

    /// <summary>The list is never changed in place, only replaced.</summary>
    private sealed class SameList() : ValueComparer<IReadOnlyList<UnfinishedForm>>(
        (one, other) => ReferenceEquals(one, other),
        list => list.Count,
        list => list);

    private sealed class LocalDateTimeJsonConverter : JsonConverter<LocalDateTime>
    {
        public override LocalDateTime Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDateTimePattern.ExtendedIso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDateTimePattern.ExtendedIso.Format(value));
    }
}

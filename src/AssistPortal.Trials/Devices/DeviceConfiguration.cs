using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Trials.Devices;

internal sealed class ShipmentConfiguration : IEntityTypeConfiguration<Shipment>
{
    public void Configure(EntityTypeBuilder<Shipment> builder)
    {
        builder.ToTable("Shipments");
        builder.Property(shipment => shipment.Id).ValueGeneratedNever();
        builder.Property(shipment => shipment.LoanNumber).HasMaxLength(Shipment.LoanNumberLength);
        builder.Property(shipment => shipment.Carrier).HasTypedText(Shipment.CarrierLength);
        builder.Property(shipment => shipment.CarrierContact).HasTypedText(Shipment.ContactLength);
        builder.Property(shipment => shipment.TrackingNumber).HasTypedText(Shipment.TrackingLength);
        builder.Property(shipment => shipment.State).HasConversion<string>().HasMaxLength(TrialLengths.State);
        builder.Property(shipment => shipment.Version).IsConcurrencyToken();
        builder.HasIndex(shipment => shipment.LoanNumber);
        builder.HasIndex(shipment => shipment.ShippedAt);
        builder.HasOne<Trial>().WithMany().HasForeignKey(shipment => shipment.TrialId);
        builder.HasMany(shipment => shipment.Devices).WithOne().HasForeignKey(device => device.ShipmentId);
    }
}

internal sealed class DeviceConfiguration : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("Devices");
        builder.Property(device => device.Id).ValueGeneratedNever();
        builder.Property(device => device.Model).HasTypedText(Device.ModelLength);
        builder.Property(device => device.SerialNumber).HasTypedText(Device.SerialNumberLength);
        builder.Property(device => device.OutKey).HasMaxLength(TypedText.Units(Device.SerialNumberLength));
        builder.Property(device => device.State).HasConversion<string>().HasMaxLength(TrialLengths.State);
        builder.Property(device => device.Version).IsConcurrencyToken();
        builder.Ignore(device => device.IsOut);
        builder.HasIndex(device => device.TrialId);
        builder.HasIndex(device => device.OutKey).IsUnique();
    }
}

internal sealed class DeviceReturnConfiguration : IEntityTypeConfiguration<DeviceReturn>
{
    public void Configure(EntityTypeBuilder<DeviceReturn> builder)
    {
        builder.ToTable("DeviceReturns");
        builder.HasKey(item => item.DeviceId);
        builder.Property(item => item.DeviceId).ValueGeneratedNever();
        builder.Property(item => item.Number).HasMaxLength(DeviceReturn.NumberLength);
        builder.HasIndex(item => item.Number).IsUnique();
        builder.HasOne<Device>().WithOne().HasForeignKey<DeviceReturn>(item => item.DeviceId);
    }
}

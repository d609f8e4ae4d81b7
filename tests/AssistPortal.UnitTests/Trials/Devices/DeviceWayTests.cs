using AssistPortal.TestSupport;
using AssistPortal.Trials.Devices;

namespace AssistPortal.UnitTests.Trials.Devices;

public sealed class DeviceWayTests
{
    private static readonly NodaTime.Instant Now = TestClock.AtStartOfDecember2026().GetCurrentInstant();

    [Fact]
    public void A_device_goes_all_the_way_and_none_but_that()
    {
        var device = Ship().Devices[0];
        foreach (var next in new[]
        {
            DeviceState.Delivered,
            DeviceState.InUse,
            DeviceState.ReturnAnnounced,
            DeviceState.PickedUp,
            DeviceState.Received,
            DeviceState.Closed,
        })
        {
            Assert.True(device.CanBecome(next), $"{device.State} → {next}");
            device.GoOn(next, Now);
        }

        Assert.All(Enum.GetValues<DeviceState>(), next => Assert.False(device.CanBecome(next)));
    }

    [Fact]
    public void A_device_that_is_kept_is_not_returned()
    {
        var device = Ship().Devices[0];
        device.GoOn(DeviceState.Delivered, Now);
        device.GoOn(DeviceState.Kept, Now);

        Assert.False(device.IsOut);
        Assert.False(device.CanBecome(DeviceState.ReturnAnnounced));
    }

    [Fact]
    public void With_delivery_all_devices_are_there_and_the_shipment_rests()
    {
        var shipment = Ship();
        shipment.MoveTo(ShipmentState.Exception, Now);
        shipment.MoveTo(ShipmentState.Delivered, Now);

        Assert.All(shipment.Devices, device => Assert.Equal(DeviceState.Delivered, device.State));
        Assert.Throws<InvalidOperationException>(() => shipment.MoveTo(ShipmentState.InTransit, Now));
    }

    [Fact]
    public void Numbers_of_returns_differ_and_fit()
    {
        var numbers = Enumerable.Range(0, 500).Select(_ => RmaNumber.New()).ToList();

        Assert.Equal(numbers.Count, numbers.Distinct(StringComparer.Ordinal).Count());
        Assert.All(numbers, number => Assert.Matches("^RMA-[2-9A-HJ-NP-Z]{8}$", number));
    }

    private static Shipment Ship()
    {
        var shipment = new Shipment(Guid.NewGuid(), "D1", "Carrier", "+1 555 0100", "", Now);
        shipment.Add("Board", "S1", Now);
        shipment.Add("Kit", "S2", Now);
        return shipment;
    }
}

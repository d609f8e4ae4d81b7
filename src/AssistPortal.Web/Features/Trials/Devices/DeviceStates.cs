using AssistPortal.Trials.Devices;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>States of devices and shipments as styles say them.</summary>
internal static class DeviceStates
{
    /// <summary>Style of a device's badge.</summary>
    public static string StyleOf(DeviceState state) => state switch
    {
        DeviceState.InUse or DeviceState.Kept or DeviceState.Closed => "state--placed",
        DeviceState.ReturnAnnounced or DeviceState.PickedUp or DeviceState.Received => "state--pending",
        _ => "state--updated",
    };

    /// <summary>Style of a shipment's badge.</summary>
    public static string StyleOf(ShipmentState state) => state switch
    {
        ShipmentState.Delivered => "state--placed",
        ShipmentState.Exception => "state--failed",
        _ => "state--updated",
    };
}
